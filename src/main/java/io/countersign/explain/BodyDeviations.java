package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The body in the string to sign. */
final class BodyDeviations {
  private static final Set<String> ANY_METHOD =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private BodyDeviations() {}

  static Shelf<Rewrite> all() {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    place(shelf);
    json(shelf);
    form(shelf);
    return shelf;
  }

  private static void place(Shelf<Rewrite> shelf) {
    add(
        shelf,
        "query-instead-of-body",
        3,
        "The query was signed although the request has a body.",
        "Sign the body in place of the query when there is one.",
        Rewrite.mappingCore(
            part -> part instanceof QueryPart query ? query.withBodyInsteadFor(Set.of()) : part));
    add(
        shelf,
        "body-behind-query",
        18,
        "The body was signed behind the query.",
        "Sign the body in place of the query.",
        behindQuery(BodyDeviations::appendSent, ""),
        behindQuery(BodyDeviations::appendDue, ""));
    add(
        shelf,
        "body-instead-for-post-only",
        2,
        "The body was signed in place of the query for POST alone.",
        "Sign the body for every method that the scheme names.",
        Rewrite.mappingCore(
            part ->
                part instanceof QueryPart query && query.bodyInsteadFor().contains("POST")
                    ? query.withBodyInsteadFor(Set.of("POST"))
                    : part));
    add(
        shelf,
        "body-instead-for-every-method",
        5,
        "The body was signed in place of the query for a method of which the query is signed.",
        "Sign the body only for the methods that the scheme names.",
        Rewrite.mappingCore(
            part ->
                part instanceof QueryPart query && !query.bodyInsteadFor().isEmpty()
                    ? query.withBodyInsteadFor(ANY_METHOD)
                    : part));
    add(
        shelf,
        "body-left-out",
        9,
        "Nothing was signed where the body belongs.",
        "Sign the body that is sent.",
        Rewrite.writing(
            Aspect.Kind.BODY,
            (part, in, out) -> {
              if (in.request().body().isEmpty()) {
                part.appendTo(out, in);
              }
            }));
  }

  /** Each with its own title, to be tried alone or with one other. */
  static List<Variation<Rewrite>> behindQuery() {
    List<Variation<Rewrite>> all = new ArrayList<>();
    for (String separator : List.of("&", "?")) {
      Shelf<Rewrite> one = new Shelf<>(Affects.STRING_TO_SIGN);
      add(
          one,
          "body-behind-query-and-separator",
          19,
          "The body was signed behind the query, with " + separator + " between them.",
          "Sign the body in place of the query.",
          behindQuery(BodyDeviations::appendSent, separator),
          behindQuery(BodyDeviations::appendDue, separator));
      all.addAll(one.toList());
    }
    return all;
  }

  private static Rewrite behindQuery(Part.Rewritten.Writer query, String separator) {
    return Rewrite.writingCore(
        part -> Rewrite.covers(part, Aspect.Kind.BODY),
        (part, in, out) -> {
          if (!in.request().body().isEmpty()) {
            query.append(part, in, out);
            out.append(separator);
          }
          part.appendTo(out, in);
        });
  }

  private static void appendSent(Part part, SigningInput in, OctetBuffer out) {
    in.request().query().ifPresent(out::append);
  }

  /** As it is due where there is no body. */
  private static void appendDue(Part part, SigningInput in, OctetBuffer out) {
    if (part instanceof QueryPart query) {
      query.withBodyInsteadFor(Set.of()).appendTo(out, in);
    } else {
      appendSent(part, in, out);
    }
  }

  private static void json(Shelf<Rewrite> shelf) {
    add(
        shelf,
        "body-json-compact",
        4,
        "The JSON body was signed without its white space.",
        "Sign the bytes of the body that are sent: serialise once.",
        text(JsonTexts::compact));
    add(
        shelf,
        "body-json-spaced",
        7,
        "The JSON body was signed with a space behind each comma and colon.",
        "Sign the bytes of the body that are sent: serialise once.",
        text(JsonTexts::spaced));
    add(
        shelf,
        "body-json-sorted",
        6,
        "The JSON body was signed with its keys sorted.",
        "Sign the bytes of the body that are sent: serialise once.",
        text(body -> JsonTexts.sorted(body, ",", ":")),
        text(body -> JsonTexts.sorted(body, ", ", ": ")));
    add(
        shelf,
        "body-json-indented",
        14,
        "The JSON body was signed over several lines, indented.",
        "Sign the bytes of the body that are sent: serialise once.",
        text(body -> JsonTexts.indented(body, "  ")),
        text(body -> JsonTexts.indented(body, "    ")),
        text(body -> JsonTexts.indented(body, "\t")));
    add(
        shelf,
        "body-json-unicode-escaped",
        16,
        "Letters outside ASCII were signed as \\u escapes in the JSON body.",
        "Sign the bytes of the body that are sent.",
        written(JsonTexts::unicodeEscaped));
    add(
        shelf,
        "body-json-slashes-escaped",
        15,
        "Slashes were signed as \\/ in the JSON body.",
        "Sign the bytes of the body that are sent.",
        written(body -> body.replace("/", "\\/")));
    add(
        shelf,
        "body-json-as-string",
        30,
        "The JSON body was serialised once more, as a JSON string.",
        "Serialise the body once, and sign and send that.",
        text(JsonTexts::quoted));
  }

  private static void form(Shelf<Rewrite> shelf) {
    add(
        shelf,
        "body-with-final-newline",
        3,
        "The body was signed with a newline at its end that did not arrive.",
        "Sign the bytes that arrive: neither the signer nor anything behind it may cut the end.",
        text(body -> body + "\n"),
        text(body -> body + "\r\n"));
    add(
        shelf,
        "body-without-final-newline",
        8,
        "The body was signed without the white space at its end that arrived.",
        "Sign the bytes that arrive: curl's -d @file cuts newlines, --data-binary does not.",
        text(body -> body.replaceFirst("\\n\\z", "")),
        text(String::strip));
    add(
        shelf,
        "body-lines-as-crlf",
        36,
        "The body was signed with other line ends than arrived.",
        "Sign the bytes that are sent.",
        bytes(body -> body.replace("\n", "\r\n")),
        bytes(body -> body.replace("\r\n", "\n")));
    add(
        shelf,
        "body-hashed",
        24,
        "A hash of the body was signed in place of the body.",
        "Sign the body itself.",
        hashed("SHA-256"),
        hashed("MD5"),
        hashed("SHA-1"));
    add(
        shelf,
        "body-in-base64",
        48,
        "The body was signed in base64.",
        "Sign the body itself.",
        text(body -> Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))));
    add(
        shelf,
        "body-in-ascii",
        27,
        "Letters outside ASCII were signed as question marks.",
        "Encode the body as UTF-8.",
        text(body -> body.replaceAll("[^\\x00-\\x7F]", "?")));
  }

  private static void add(
      Shelf<Rewrite> shelf, String id, int rank, String title, String fix, Rewrite... forms) {
    shelf.add(id, rank, Aspect.Kind.BODY, title, fix, forms);
  }

  /** Where a scheme signs a hash of the body, another one is no mistake of this kind. */
  private static Rewrite hashed(String algorithm) {
    Part.Rewritten.Writer writer =
        Writers.seeing(
            Writers.body(body -> Digests.hex(algorithm, body.getBytes(StandardCharsets.UTF_8))));
    return Rewrite.mappingOwn(
        part ->
            Rewrite.covers(part, Aspect.Kind.BODY) && !Rewrite.isDigest(part)
                ? new Part.Rewritten(part, writer)
                : part);
  }

  private static Rewrite text(UnaryOperator<String> change) {
    return seeing(Writers.body(change));
  }

  /** Of the body as it was written already: a serialiser would undo such escapes. */
  private static Rewrite written(UnaryOperator<String> change) {
    Part.Rewritten.Writer hashed = Writers.seeing(Writers.body(change));
    Part.Rewritten.Writer itself = (part, in, out) -> appendChanged(part, change, in, out);
    return Rewrite.mapping(
        part ->
            Rewrite.covers(part, Aspect.Kind.BODY)
                ? new Part.Rewritten(
                    part, Rewrite.core(part) instanceof SentDigest ? hashed : itself)
                : part);
  }

  private static void appendChanged(
      Part part, UnaryOperator<String> change, SigningInput in, OctetBuffer out) {
    OctetBuffer body = new OctetBuffer();
    part.appendTo(body, in);
    Octets octets = body.toOctets();
    boolean isBody = Rewrite.core(part).signsBodyOf(in.request()) && octets.isText();
    out.append(isBody ? Octets.of(change.apply(octets.text())) : octets);
  }

  /** Of what need be no text, its bytes taken for letters. */
  private static Rewrite bytes(UnaryOperator<String> change) {
    return seeing(
        request ->
            request.withBody(
                Octets.of(
                    change
                        .apply(new String(request.body().toBytes(), StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1))));
  }

  private static Rewrite seeing(UnaryOperator<HttpRequest> view) {
    return Rewrite.writing(Aspect.Kind.BODY, Writers.seeing(view));
  }
}
