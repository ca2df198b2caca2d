package io.countersign.explain;

import io.countersign.message.Octets;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What libraries and languages put in the place of a body, of its type or of the query, each to be
 * tried alone or with one other deviation.
 */
final class ContentDeviations {
  private static final String CONTENT_TYPE = "Content-Type";

  private final List<Variation<Rewrite>> all = new ArrayList<>();

  private ContentDeviations() {}

  /** Each in one form, whose title says exactly what it is; forms of one deviation share its id. */
  static List<Variation<Rewrite>> of(SigningRules rules) {
    ContentDeviations deviations = new ContentDeviations();
    deviations.noBody();
    deviations.hash();
    deviations.type();
    if (rules.leaves().stream().anyMatch(QueryPart.class::isInstance)) {
      deviations.query();
    }
    return deviations.all;
  }

  /** As serialisers write nothing. */
  private void noBody() {
    for (String nothing : List.of("{}", "null", "undefined", "[]", "\"\"")) {
      add(
          "body-signed-although-none",
          25,
          Aspect.Kind.BODY,
          "The body " + nothing + " was signed, and none was sent.",
          "Sign nothing in place of a body that is not sent.",
          Rewrite.writingCore(
              Part.Body.class::isInstance,
              Writers.seeing(
                  request ->
                      request.body().isEmpty() ? request.withBody(Octets.of(nothing)) : request)));
    }
  }

  private void hash() {
    for (String algorithm : List.of("SHA-256", "MD5")) {
      add(
          "body-hashed-in-base64",
          26,
          Aspect.Kind.BODY,
          "The " + algorithm + " of the body, in base64, was signed in place of the body.",
          "Sign the body itself.",
          Rewrite.mappingOwn(
              part ->
                  Rewrite.covers(part, Aspect.Kind.BODY) && !Rewrite.isDigest(part)
                      ? new Part.Rewritten(
                          part, Writers.seeing(Writers.body(body -> base64(algorithm, body))))
                      : part));
    }
  }

  private static String base64(String algorithm, String body) {
    return Base64.getEncoder()
        .encodeToString(Digests.of(algorithm).digest(body.getBytes(StandardCharsets.UTF_8)));
  }

  private void type() {
    for (String charset : List.of("; charset=utf-8", "; charset=UTF-8", ";charset=UTF-8")) {
      type(
          "content-type-with-other-charset",
          "The content type was signed with \"" + charset + "\" behind it, and sent without.",
          text -> text.isEmpty() ? text : text + charset);
    }
    type(
        "content-type-with-other-charset",
        "The content type was signed without the charset that is sent behind it.",
        text -> text.replaceFirst("\\s*;.*", ""));
    for (String type :
        List.of("application/json", "application/x-www-form-urlencoded", "undefined", "null")) {
      type(
          "content-type-signed-although-none",
          "The content type " + type + " was signed, and none was sent.",
          text -> text.isEmpty() ? type : text);
    }
  }

  private void type(String id, String title, UnaryOperator<String> change) {
    Predicate<Part> isType =
        part ->
            part instanceof Part.HeaderValue header && header.name().equalsIgnoreCase(CONTENT_TYPE);
    add(
        id,
        24,
        Aspect.Kind.HEADER,
        title,
        "Sign the Content-Type as it is sent: look at what the HTTP library makes of it.",
        Rewrite.writingCore(isType, Writers.changingText(change)));
  }

  private void query() {
    add(
        "query-with-its-question-mark",
        39,
        Aspect.Kind.QUERY,
        "The query was signed with the ? before it, as some languages have it.",
        "Sign the query without the ? that it begins with in a URL.",
        Rewrite.writingCore(
            QueryPart.class::isInstance,
            Writers.changingText(text -> text.isEmpty() ? text : "?" + text)));
  }

  private void add(
      String id, int rank, Aspect.Kind aspect, String title, String fix, Rewrite form) {
    Shelf<Rewrite> one = new Shelf<>(Affects.STRING_TO_SIGN);
    all.addAll(one.add(id, rank, aspect, title, fix, form).toList());
  }
}
