package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;

/** The layer of freshness. */
final class Freshness {
  private final TimestampRule rule;
  private final int index;

  private final boolean usesDay;

  /** The last timestamp that was read: many requests of one second carry the same. */
  private volatile SentTime last = SentTime.NONE;

  /**
   * @param usesDay whether the timestamp's day is asked for
   */
  Freshness(TimestampRule rule, FieldReader reader, boolean usesDay) {
    this.rule = rule;
    this.usesDay = usesDay;
    this.index = reader.index(SigningRules.TIMESTAMP);
  }

  /**
   * @return the timestamp
   * @throws RejectedException if it is missing, malformed, expired or from a future that the scheme
   *     refuses
   */
  SentTime require(SentFields fields, Instant now) {
    if (!fields.has(index)) {
      throw new RejectedException(Reason.MISSING_TIMESTAMP, "the request carries no timestamp");
    }
    Octets sent = fields.raw(index);
    SentTime timestamp = last;
    if (!timestamp.sent().equals(sent)) {
      timestamp = read(sent, fields.text(index), now);
      last = timestamp;
    }
    requireFresh(timestamp, now);
    return timestamp;
  }

  private SentTime read(Octets sent, String text, Instant now) {
    Instant time = rule.format().parse(text).orElse(null);
    if (time == null) {
      throw new RejectedException(
          Reason.MALFORMED_TIMESTAMP,
          "'" + text + "' is not written like " + rule.format().format(now));
    }
    // A copy, so that what is remembered is not the whole request.
    return new SentTime(
        Octets.of(sent.toBytes()),
        text,
        usesDay ? rule.dayOf(time) : "",
        time,
        start(time),
        end(time));
  }

  private Instant start(Instant time) {
    Duration ahead = rule.maxAhead().orElse(null);
    long secondsBefore = time.getEpochSecond() - Instant.MIN.getEpochSecond();
    return ahead == null || ahead.getSeconds() > secondsBefore ? Instant.MIN : time.minus(ahead);
  }

  private Instant end(Instant time) {
    Duration age = rule.maxAge().orElse(null);
    long secondsLeft = Instant.MAX.getEpochSecond() - time.getEpochSecond();
    return age == null || age.getSeconds() > secondsLeft ? Instant.MAX : time.plus(age);
  }

  private void requireFresh(SentTime timestamp, Instant now) {
    Instant time = timestamp.time();
    if (now.isAfter(timestamp.end())) {
      throw new RejectedException(
          Reason.EXPIRED_TIMESTAMP,
          "it is "
              + words(Duration.between(time, now))
              + " old and may be "
              + words(rule.maxAge().orElseThrow()));
    }
    if (now.isBefore(timestamp.start())) {
      Duration ahead = rule.maxAhead().orElseThrow();
      throw new RejectedException(
          Reason.FUTURE_TIMESTAMP,
          "it is "
              + words(Duration.between(now, time))
              + " in the future"
              + (ahead.isZero() ? "" : " and may be " + words(ahead)));
    }
  }

  /** {@code 30 min 1 s}, {@code 59 d 2 h}. */
  private static String words(Duration duration) {
    StringBuilder words = new StringBuilder();
    // Below two days, hours are what a limit is written in.
    boolean isLong = duration.toDays() > 1;
    append(words, isLong ? duration.toDays() : 0, " d");
    append(words, isLong ? duration.toHoursPart() : duration.toHours(), " h");
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
