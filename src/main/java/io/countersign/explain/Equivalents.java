package io.countersign.explain;

import io.countersign.document.EnumWord;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deviations that a scheme's rules allow, with the reason. */
final class Equivalents {
  private static final List<Deviation> OF_THE_PAST =
      List.of(
          ClockFindings.LOCAL_BEHIND,
          ClockFindings.BEHIND,
          ClockFindings.DAYS,
          ClockFindings.TWELVE_HOURS,
          ClockFindings.WEEK_YEAR);
  private static final List<Deviation> OF_THE_FUTURE =
      List.of(ClockFindings.LOCAL_AHEAD, ClockFindings.AHEAD);

  private static final Set<Aspect.Kind> ANY_LETTERS =
      EnumSet.of(Aspect.Kind.CREDENTIAL, Aspect.Kind.BODY, Aspect.Kind.HEADER);

  /** What makes the signature of one request another than that of the next. */
  private static final Set<Aspect.Kind> OF_EACH_REQUEST =
      EnumSet.of(Aspect.Kind.TIMESTAMP, Aspect.Kind.QUERY, Aspect.Kind.BODY, Aspect.Kind.PATH);

  private static final List<String> OF_LETTERS =
      List.of(
          "string-in-latin-1",
          "string-in-ascii",
          "string-encoded-twice-in-utf-8",
          "string-decomposed");

  /** What signing writes in letters of ASCII, whatever the request and the credentials. */
  private static final Set<String> OF_SIGNING =
      Set.of(SigningRules.TIMESTAMP, SigningRules.DAY, SigningRules.DIGEST);

  private static final List<String> OF_CASE =
      List.of("string-in-lower-case", "string-in-upper-case");

  private Equivalents() {}

  /** The deviations of verifiers. */
  static Map<String, String> ofVerifiers(SigningRules rules) {
    Map<String, String> reasons = new HashMap<>();
    for (Aspect.Kind kind : List.of(Aspect.Kind.PATH, Aspect.Kind.QUERY)) {
      if (rules.leaves().stream().noneMatch(part -> Rewrite.coversRaw(part, kind))) {
        reasons.put(
            EnumWord.of(kind) + "-compared-decoded",
            "what is signed is the decoded text, so that escapes make no difference");
      }
    }
    boolean besideOthers =
        rules.sent().stream()
            .filter(one -> SentPlacements.carries(one, SigningRules.DIGEST))
            .anyMatch(one -> one.value().fields().size() > 1);
    if (besideOthers) {
      reasons.put(
          SentDigestDeviations.LEFT_OUT_OF_NOTHING + "-accepted",
          "what is sent beside the hash cannot be read without it");
    }
    boolean alwaysTheSame =
        rules.covered().stream().map(Aspect::kind).noneMatch(OF_EACH_REQUEST::contains);
    if (alwaysTheSame) {
      reasons.put(
          "padded-base64url-accepted",
          "every request has the same signature, which may have none of the letters that differ");
    }
    return reasons;
  }

  static Map<String, String> of(SigningRules rules) {
    Map<String, String> reasons = new HashMap<>();
    rules.timestamp().ifPresent(rule -> times(rule, reasons));
    if (rules.proof() instanceof Proof.Mac
        && rules.stringToSign().stream().allMatch(part -> isAscii(part, rules))) {
      OF_LETTERS.forEach(
          id -> reasons.put(id, "all that is signed is ASCII in every request that HTTP allows"));
    }
    if (rules.proof() instanceof Proof.Mac
        && rules.stringToSign().stream().allMatch(part -> isCaseless(part, rules))) {
      OF_CASE.forEach(id -> reasons.put(id, "all that is signed is digits and signs"));
    }
    rules.sent().stream()
        .filter(one -> SentPlacements.carries(one, SigningRules.TIMESTAMP))
        .filter(Equivalents::isReadMoreFreely)
        .forEach(
            one ->
                reasons.put(
                    "timestamp-percent-encoded",
                    "the parameter is decoded when it is read, so that it may be encoded"));
    return reasons;
  }

  private static void times(TimestampRule rule, Map<String, String> reasons) {
    if (rule.maxAhead().isEmpty()) {
      OF_THE_FUTURE.forEach(
          one -> reasons.put(one.id(), "nothing rules that a time in the future is refused"));
    }
    if (rule.maxAge().equals(Optional.empty())) {
      OF_THE_PAST.forEach(one -> reasons.put(one.id(), "nothing rules that a time expires"));
    }
  }

  /** Whether the part's bytes are ASCII whatever the request. */
  private static boolean isAscii(Part part, SigningRules rules) {
    Part core = Rewrite.core(part);
    if (core instanceof DigestPart digest) {
      return digest.encoding().isPresent()
          && digest.parts().stream().allMatch(one -> isAscii(one, rules));
    }
    if (core instanceof Part.HeaderValue header && isWritten(header.name(), rules)) {
      return true;
    }
    if (core instanceof SentDigest) {
      return true; // the letters of a hash, whatever was hashed
    }
    boolean anything =
        core.covers().stream().map(Aspect::kind).anyMatch(kind -> ANY_LETTERS.contains(kind));
    boolean decoded =
        core.covers().stream()
            .map(Aspect::kind)
            .filter(kind -> kind == Aspect.Kind.PATH || kind == Aspect.Kind.QUERY)
            .anyMatch(kind -> !Rewrite.coversRaw(core, kind));
    boolean text = core instanceof Part.Text literal && !isAscii(literal.text());
    return !anything && !decoded && !text;
  }

  /** A header that signing writes, with nothing but the time or a hash in it. */
  private static boolean isWritten(String header, SigningRules rules) {
    return rules
        .sentIn(header)
        .map(Placement.InHeader::value)
        .filter(value -> OF_SIGNING.containsAll(value.fields()))
        .filter(value -> isAscii(value.toString()))
        .isPresent();
  }

  /** Whether the part's bytes have no letters, whatever the request. */
  private static boolean isCaseless(Part part, SigningRules rules) {
    Part core = Rewrite.core(part);
    if (core instanceof Part.Text literal) {
      return isCaseless(literal.text());
    }
    return core instanceof Part.Timestamp
        && isCaseless(rules.timestamp().orElseThrow().format().format(Instant.EPOCH));
  }

  private static boolean isCaseless(String text) {
    return text.chars().noneMatch(Character::isLetter);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(letter -> letter < 128);
  }

  private static boolean isReadMoreFreely(Placement placement) {
    return placement instanceof Placement.InQuery query
        && query.written() == Placement.Escaping.RAW
        && query.read() == Placement.Escaping.PERCENT;
  }
}
