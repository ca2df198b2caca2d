package io.countersign.cli;

import io.countersign.document.EnumWord;
import io.countersign.document.Visible;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Derivation;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How requests are signed under one profile, in words that are made from the model alone.
 *
 * @param stringToSign its parts in order; none where nothing is signed
 * @param proof the MAC and its key, or the password
 * @param encoding how the proof is written
 * @param sent where each field travels
 * @param freshness what is said of time
 * @param covered what the signature covers
 * @param open what it leaves open
 */
record RulesWords(
    List<String> stringToSign,
    String proof,
    String encoding,
    List<String> sent,
    String freshness,
    List<String> covered,
    List<String> open) {

  private static final Set<Aspect.Kind> OF_THE_REQUEST =
      EnumSet.range(Aspect.Kind.METHOD, Aspect.Kind.BODY);

  /** A point in time to show a format by. */
  private static final Instant EXAMPLE = Instant.parse("2014-09-23T17:23:00Z");

  static RulesWords of(SigningRules rules) {
    PartWords parts = new PartWords();
    return new RulesWords(
        rules.stringToSign().stream().map(parts::of).toList(),
        proof(rules.proof()),
        encoding(rules.proof()),
        sent(rules, parts),
        rules.timestamp().map(RulesWords::freshness).orElse("there is no timestamp"),
        rules.covered().stream().map(Aspect::toString).toList(),
        open(rules));
  }

  private static List<String> sent(SigningRules rules, PartWords parts) {
    Stream<String> digest =
        rules.digest().stream()
            .map(
                sent ->
                    "{digest} is "
                        + sent.parts().stream()
                            .map(parts::of)
                            .collect(Collectors.joining(", then "))
                        + (sent.withoutBody() == SentDigest.WithoutBody.OMITTED
                            ? "; left out where there is no body"
                            : ""));
    return Stream.concat(rules.sent().stream().map(RulesWords::placement), digest).toList();
  }

  private static String proof(Proof proof) {
    if (proof instanceof Proof.Mac mac) {
      String key =
          mac.keyEncoding() == KeyEncoding.UTF_8
              ? ""
              : ", decoded from its " + EnumWord.of(mac.keyEncoding());
      return EnumWord.of(mac.algorithm()).toUpperCase(Locale.ROOT)
          + (mac.derivation().isEmpty()
              ? ", keyed with the "
              : ", keyed with what is derived from the ")
          + mac.secretField()
          + key
          + mac.derivation().map(RulesWords::derivation).orElse("");
    }
    Proof.Password password = (Proof.Password) proof;
    return "none: the "
        + password.secretField()
        + " itself travels, as the password of the user "
        + password.userField();
  }

  /** {@code : behind "AWS4" it keys the MAC of the day, that keys the MAC of …}. */
  private static String derivation(Derivation derivation) {
    PartWords parts = new PartWords();
    return ": "
        + (derivation.prefix().isEmpty()
            ? "it keys"
            : "\"" + Visible.line(derivation.prefix()) + "\" and it key")
        + derivation.messages().stream()
            .map(parts::of)
            .collect(
                Collectors.joining(
                    ", that keys the MAC of ", " the MAC of ", ", and that is the key"));
  }

  private static String encoding(Proof proof) {
    if (proof instanceof Proof.Mac mac) {
      return words(mac.encoding());
    }
    return "base64 of user, colon and password";
  }

  static String words(Encoding encoding) {
    return switch (encoding) {
      case HEX -> "lower-case hexadecimal";
      case HEX_UPPER -> "upper-case hexadecimal";
      case BASE64 -> "base64 with padding, without line breaks";
      case BASE64_URL -> "base64url without padding";
    };
  }

  private static String placement(Placement placement) {
    if (placement instanceof Placement.InHeader header) {
      String others = String.join(", ", header.alternatives());
      return "header "
          + header.name()
          + ": "
          + header.value()
          + (others.isEmpty() ? "" : " (a verifier also reads " + others + ")");
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    return "parameter "
        + query.name()
        + "="
        + query.value()
        + ", written "
        + escaping(query.written(), "percent-encoded")
        + " and read "
        + escaping(query.read(), "percent-decoded")
        + (query.last() ? "; nothing may follow it" : "");
  }

  private static String escaping(Placement.Escaping escaping, String otherwise) {
    return escaping == Placement.Escaping.RAW ? "raw" : otherwise;
  }

  private static String freshness(TimestampRule rule) {
    return "written as in "
        + rule.format().format(EXAMPLE)
        + "; "
        + rule.maxAge().map(age -> "good for " + words(age)).orElse("never too old")
        + "; ahead of the verifier's clock it is "
        + rule.maxAhead().map(RulesWords::ahead).orElse("accepted");
  }

  private static String ahead(Duration allowed) {
    return allowed.isZero() ? "rejected" : "accepted up to " + words(allowed);
  }

  private static List<String> open(SigningRules rules) {
    Set<Aspect.Kind> covered =
        rules.covered().stream().map(Aspect::kind).collect(Collectors.toSet());
    List<String> gaps =
        new ArrayList<>(
            OF_THE_REQUEST.stream()
                .filter(kind -> !covered.contains(kind))
                .map(kind -> "the " + EnumWord.of(kind) + " can be changed after signing")
                .toList());
    gaps.add(
        "a captured request can be sent again "
            + rules
                .timestamp()
                .flatMap(TimestampRule::maxAge)
                .map(age -> "for " + words(age))
                .orElse("for ever"));
    return gaps;
  }

  private static String words(Duration age) {
    if (age.toSecondsPart() > 0 || age.toMinutes() == 0) {
      return age.toSeconds() + " seconds";
    }
    return age.toMinutes() + (age.toMinutes() == 1 ? " minute" : " minutes");
  }
}
