package io.countersign.verify;

import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;

/** The layer of freshness. */
final class Freshness {
  private Freshness() {}

  /**
   * @return the timestamp's text
   * @throws RejectedException if it is missing, malformed, expired or from a future that the scheme
   *     refuses
   */
  static String require(TimestampRule rule, SentFields sent, Instant now) {
    String text = sent.text(SigningRules.TIMESTAMP);
    if (text == null) {
      throw new RejectedException(Reason.MISSING_TIMESTAMP, "the request carries no timestamp");
    }
    Instant time = rule.format().parse(text).orElse(null);
    if (time == null) {
      throw new RejectedException(
          Reason.MALFORMED_TIMESTAMP,
          "'" + text + "' is not written like " + rule.format().format(now));
    }
    Duration age = Duration.between(time, now);
    if (rule.maxAge().isPresent() && age.compareTo(rule.maxAge().get()) > 0) {
      throw new RejectedException(
          Reason.EXPIRED_TIMESTAMP,
          "it is " + words(age) + " old and may be " + words(rule.maxAge().get()));
    }
    if (rule.future() == TimestampRule.Future.REJECTED && age.isNegative()) {
      throw new RejectedException(
          Reason.FUTURE_TIMESTAMP, "it is " + words(age.negated()) + " in the future");
    }
    return text;
  }

  /** {@code 30 min 1 s}. */
  private static String words(Duration duration) {
    StringBuilder words = new StringBuilder();
    append(words, duration.toHours(), " h");
    append(words, duration.toMinutesPart(), " min");
    String fraction =
        duration.toMillisPart() == 0 ? "" : "." + "%03d".formatted(duration.toMillisPart());
    if (words.isEmpty() || duration.toSecondsPart() > 0 || !fraction.isEmpty()) {
      words
          .append(words.isEmpty() ? "" : " ")
          .append(duration.toSecondsPart())
          .append(fraction)
          .append(" s");
    }
    return words.toString();
  }

  private static void append(StringBuilder words, long amount, String unit) {
    if (amount > 0) {
      words.append(words.isEmpty() ? "" : " ").append(amount).append(unit);
    }
  }
}
