package io.countersign.cli;

import io.countersign.document.EnumWord;
import io.countersign.document.Visible;
import io.countersign.scheme.DayPart;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Part;
import io.countersign.scheme.PathAndQuery;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SentDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of a string to sign, in words for people. */
final class PartWords {
  private final Map<Class<? extends Part>, Function<Part, String>> words = new LinkedHashMap<>();

  PartWords() {
    add(Part.Text.class, part -> text(part.text()));
    add(Part.Fixed.class, part -> text(part.octets().text()));
    add(Part.Credential.class, part -> "the credential " + part.field());
    add(Part.Timestamp.class, part -> "the timestamp as the message carries it");
    add(DayPart.class, part -> "the timestamp's day in UTC");
    add(Part.Method.class, part -> "the method");
    add(Part.Host.class, PartWords::host);
    add(Part.Path.class, part -> "the path as sent");
    add(
        Part.Target.class,
        part ->
            "path and query"
                + form(part.form())
                + part.before().map(name -> ", up to the parameter " + name).orElse(""));
    add(Part.HeaderValue.class, part -> "the value of the header " + part.name());
    add(Part.Body.class, part -> "the body");
    add(Part.Rewritten.class, part -> of(part.part()) + ", rewritten");
    add(QueryPart.class, PartWords::query);
    add(DigestPart.class, this::digest);
    add(SentDigest.class, part -> "the digest as it is sent");
    add(PathAndQuery.class, part -> of(part.path()) + ", a \"?\" and " + of(part.query()));
  }

  private <P extends Part> void add(Class<P> type, Function<P, String> describe) {
    words.put(type, part -> describe.apply(type.cast(part)));
  }

  String of(Part part) {
    return words.get(part.getClass()).apply(part);
  }

  /** The kinds of part that have words, so that a test can tell whether one is missing. */
  Set<Class<? extends Part>> kinds() {
    return words.keySet();
  }

  /** As between double quotes in YAML, so that a newline is not taken for a backslash and an n. */
  private static String text(String text) {
    return "the text \"" + Visible.line(text.replace("\\", "\\\\")) + "\"";
  }

  private static String host(Part.Host host) {
    return switch (host.port()) {
      case OMITTED -> "the host, without a port";
      case AS_SENT -> "the host, with its port if it is sent";
      case EITHER ->
          "the host (of a port the documents say nothing: a signer leaves it out, a verifier takes"
              + " both)";
    };
  }

  /** In brackets, since the parts of a string to sign stand below each other. */
  private String digest(DigestPart digest) {
    return "the "
        + digest.algorithm().digestName()
        + digest.encoding().map(one -> ", in " + RulesWords.words(one)).orElse(", as raw bytes")
        + ", of ["
        + digest.parts().stream().map(this::of).collect(Collectors.joining(", then "))
        + "]";
  }

  private static String query(QueryPart query) {
    StringBuilder text = new StringBuilder("the query");
    text.append(
        switch (query.order()) {
          case AS_SENT -> " in the order sent";
          case BY_NAME -> " sorted by name";
          case BY_NAME_AND_VALUE -> " sorted by name and value";
        });
    text.append(form(query.form()));
    if (!query.omit().isEmpty()) {
      text.append(", without ").append(String.join(", ", new TreeSet<>(query.omit())));
    }
    if (!query.equals().equals("=") || !query.separator().equals("&")) {
      text.append(", with \"").append(Visible.line(query.equals()));
      text.append("\" before each value and \"").append(Visible.line(query.separator()));
      text.append("\" between parameters");
    }
    if (!query.bodyInsteadFor().isEmpty()) {
      text.append("; the body instead, where there is one, for ");
      text.append(String.join(", ", new TreeSet<>(query.bodyInsteadFor())));
    }
    return text.toString();
  }

  private static String form(Part.Form form) {
    return form == Part.Form.RAW ? ", as sent" : ", percent-" + EnumWord.of(form);
  }
}
