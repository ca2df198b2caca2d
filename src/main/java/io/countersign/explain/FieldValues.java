package io.countersign.explain;

import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the fields of a signature look like, so that they are known wherever they stand. */
final class FieldValues {
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");
  private static final Pattern WORD = Pattern.compile("[^\\s,;\"'&|=]+");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-?[0-9]{2}-?[0-9]{2}");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z0-9_-]");

  /** Smaller numbers are lengths and counts, and not seconds since 1970. */
  private static final Instant OLDEST = Instant.ofEpochSecond(1_000_000_000);

  private final SigningRules rules;
  private final Credentials credentials;
  private final Predicate<String> isTimestamp;

  /** A part of a text. */
  record Span(int from, int to) implements Comparable<Span> {
    boolean overlaps(Span other) {
      return from < other.to && other.from < to;
    }

    boolean isAllOf(String text) {
      return from == 0 && to == text.length();
    }

    @Override
    public int compareTo(Span other) {
      return Integer.compare(from, other.from);
    }
  }

  FieldValues(SigningRules rules, Credentials credentials, Predicate<String> isTimestamp) {
    this.rules = rules;
    this.credentials = credentials;
    this.isTimestamp = isTimestamp;
  }

  /** Whether a text that stands where the scheme places a field may be meant for it. */
  boolean isWhole(String field, String text) {
    return switch (field) {
      case SigningRules.SIGNATURE -> isSignature(text);
      case SigningRules.TIMESTAMP -> isTimestamp.test(text);
      case SigningRules.DAY -> isDay(text);
      case SigningRules.DIGEST -> isDigest(text);
      default -> text.equals(credentials.text(field));
    };
  }

  /** Where in a text a field may stand. */
  List<Span> all(String field, String text) {
    return switch (field) {
      case SigningRules.SIGNATURE -> matches(ENCODED, text, this::isSignature);
      case SigningRules.TIMESTAMP ->
          isTime(text) ? List.of(new Span(0, text.length())) : matches(WORD, text, this::isTime);
      case SigningRules.DAY ->
          matches(DAY, text, this::isDay).stream().filter(span -> isAlone(span, text)).toList();
      case SigningRules.DIGEST -> matches(ENCODED, text, FieldValues::isDigest);
      default -> occurrences(credentials.text(field), text);
    };
  }

  private static List<Span> matches(Pattern pattern, String text, Predicate<String> which) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (which.test(matcher.group())) {
        spans.add(new Span(matcher.start(), matcher.end()));
      }
    }
    return spans;
  }

  private static List<Span> occurrences(String value, String text) {
    List<Span> spans = new ArrayList<>();
    for (int at = value.isEmpty() ? -1 : text.indexOf(value);
        at >= 0;
        at = text.indexOf(value, at + 1)) {
      int end = at + value.length();
      Span span = new Span(at, end);
      if (isAlone(span, text)) {
        spans.add(span);
      }
    }
    return spans;
  }

  private static boolean isAlone(Span span, String text) {
    return !isLetter(text, span.from() - 1) && !isLetter(text, span.to());
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && LETTER.matcher(text.substring(at, at + 1)).matches();
  }

  private boolean isDay(String text) {
    return rules.timestamp().flatMap(rule -> rule.day().parse(text)).isPresent();
  }

  private boolean isTime(String text) {
    return rules
        .timestamp()
        .flatMap(rule -> rule.format().parse(text))
        .filter(time -> !time.isBefore(OLDEST))
        .isPresent();
  }

  /** The text of some hash, in whatever encoding. */
  private static boolean isDigest(String text) {
    for (Algorithm algorithm : Algorithm.values()) {
      if (isOfLength(algorithm.length(), text)) {
        return true;
      }
    }
    return false;
  }

  /** A MAC's text has the length of one, in whatever encoding; a password's has a colon. */
  private boolean isSignature(String text) {
    if (!(rules.proof() instanceof Proof.Mac mac)) {
      return isPair(text);
    }
    return isOfLength(mac.algorithm().length(), text);
  }

  private static boolean isOfLength(int length, String text) {
    for (Encoding encoding : Encoding.values()) {
      if (encoding.decode(text).filter(bytes -> bytes.length == length).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPair(String text) {
    try {
      for (byte octet : Base64.getDecoder().decode(text)) {
        if (octet == ':') {
          return true;
        }
      }
    } catch (IllegalArgumentException e) {
      // No base64, and so no such text.
    }
    return false;
  }
}
