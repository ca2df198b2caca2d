package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The path in the string to sign. */
final class PathDeviations {
  private PathDeviations() {}

  static Shelf<Rewrite> of(SigningRules rules) {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    cut(shelf);
    spelt(shelf);
    boolean alone =
        rules.stringToSign().stream().noneMatch(part -> Rewrite.covers(part, Aspect.Kind.QUERY));
    if (alone) {
      shelf.add(
          "query-behind-path",
          3,
          Aspect.Kind.QUERY,
          "The path was signed with the query behind it.",
          "Sign the path alone, up to the question mark.",
          Rewrite.writing(
              Aspect.Kind.PATH,
              (part, in, out) -> {
                part.appendTo(out, in);
                in.request().query().ifPresent(query -> out.append("?").append(query));
              }));
    }
    boolean hostless =
        rules.stringToSign().stream().noneMatch(part -> Rewrite.covers(part, Aspect.Kind.HOST));
    if (hostless) {
      shelf.add(
          "url-instead-of-path",
          11,
          Aspect.Kind.PATH,
          "The whole URL was signed where only its path belongs.",
          "Sign what follows the host in the URL.",
          Rewrite.writing(
              Aspect.Kind.PATH,
              (part, in, out) -> {
                HttpRequest request = in.request();
                out.append(request.url().scheme()).append("://").append(request.authority());
                part.appendTo(out, in);
              }));
    }
    boolean first =
        rules.stringToSign().stream()
            .limit(1)
            .anyMatch(part -> Rewrite.covers(part, Aspect.Kind.PATH));
    if (hostless && !first) {
      shelf.add(
          "host-before-path",
          12,
          Aspect.Kind.HOST,
          "The path was signed with the host before it.",
          "Sign the path alone, from its first slash on.",
          Rewrite.writing(
              Aspect.Kind.PATH,
              (part, in, out) -> {
                out.append(in.request().authority());
                part.appendTo(out, in);
              }));
    }
    return shelf;
  }

  private static void cut(Shelf<Rewrite> shelf) {
    shelf.add(
        "path-without-first-segment",
        16,
        Aspect.Kind.PATH,
        "The path was signed without its first segment.",
        "Sign the whole path, with the version or prefix that it begins with.",
        path(PathDeviations::withoutFirstSegment));
    shelf.add(
        "path-without-leading-slash",
        17,
        Aspect.Kind.PATH,
        "The path was signed without the slash that it begins with.",
        "Sign the path from its first slash on.",
        path(text -> text.substring(1)));
    shelf.add(
        "path-with-trailing-slash",
        21,
        Aspect.Kind.PATH,
        "The path was signed with a slash at its end that was not sent.",
        "Sign the path as it is sent.",
        path(text -> text.endsWith("/") ? text : text + "/"));
    shelf.add(
        "path-without-trailing-slash",
        24,
        Aspect.Kind.PATH,
        "The path was signed without the slash at its end.",
        "Sign the path as it is sent, with the slash at its end.",
        path(
            text ->
                text.length() > 1 && text.endsWith("/")
                    ? text.substring(0, text.length() - 1)
                    : text));
    shelf.add(
        "path-last-segment-only",
        56,
        Aspect.Kind.PATH,
        "Only the last segment of the path was signed.",
        "Sign the whole path.",
        path(text -> text.substring(text.lastIndexOf('/'))),
        path(text -> text.substring(text.lastIndexOf('/') + 1)));
  }

  private static void spelt(Shelf<Rewrite> shelf) {
    shelf.add(
        "path-in-lower-case",
        23,
        Aspect.Kind.PATH,
        "The path was signed in lower case.",
        "Sign the path as it is sent: letter case counts.",
        path(text -> text.toLowerCase(Locale.ROOT)));
    shelf.add(
        "path-decoded",
        25,
        Aspect.Kind.PATH,
        "The path was signed with its percent-escapes decoded.",
        "Sign the path as it is sent, escapes and all.",
        raw(Percent::decode));
    shelf.add(
        "path-encoded-twice",
        29,
        Aspect.Kind.PATH,
        "The path was percent-encoded once more before it was signed.",
        "Sign the path as it is sent.",
        raw(text -> text.replace("%", "%25")));
    shelf.add(
        "path-slashes-encoded",
        54,
        Aspect.Kind.PATH,
        "The slashes of the path were percent-encoded before it was signed.",
        "Sign the path as it is sent.",
        raw(text -> text.replace("/", "%2F")));
    shelf.add(
        "path-escapes-in-lower-case",
        45,
        Aspect.Kind.PATH,
        "The percent-escapes of the path were signed in lower case.",
        "Sign the escapes as they are sent.",
        raw(text -> QueryTexts.escapes(text, escape -> escape.toLowerCase(Locale.ROOT))));
    shelf.add(
        "path-escapes-in-upper-case",
        46,
        Aspect.Kind.PATH,
        "The percent-escapes of the path were signed in upper case.",
        "Sign the escapes as they are sent.",
        raw(text -> QueryTexts.escapes(text, escape -> escape.toUpperCase(Locale.ROOT))));
    shelf.add(
        "path-dot-segments-removed",
        43,
        Aspect.Kind.PATH,
        "The path was signed after its dot segments were resolved.",
        "Sign the path as it is sent, or send it resolved.",
        path(PathDeviations::withoutDotSegments));
    shelf.add(
        "path-double-slashes-merged",
        49,
        Aspect.Kind.PATH,
        "The path was signed with double slashes made single.",
        "Sign the path as it is sent.",
        path(text -> text.replaceAll("/{2,}", "/")));
  }

  private static Rewrite path(UnaryOperator<String> change) {
    return Rewrite.writing(Aspect.Kind.PATH, Writers.seeing(Writers.path(change)));
  }

  /** The same where escapes count. */
  private static Rewrite raw(UnaryOperator<String> change) {
    return Rewrite.writing(
        part -> Rewrite.coversRaw(part, Aspect.Kind.PATH), Writers.seeing(Writers.path(change)));
  }

  static String withoutFirstSegment(String path) {
    int second = path.indexOf('/', 1);
    return second < 0 ? path : path.substring(second);
  }

  /** As RFC 3986, section 5.2.4 resolves them. */
  private static String withoutDotSegments(String path) {
    Deque<String> kept = new ArrayDeque<>();
    List<String> segments = List.of(path.substring(1).split("/", -1));
    for (String segment : segments) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    return "/" + String.join("/", kept);
  }
}
