package io.countersign.scheme;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a scheme says of time.
 *
 * @param format how the timestamp is written
 * @param maxAge the freshness window: older is expired, exactly this old is not; absent where
 *     nothing expires
 * @param maxAhead the clock skew that is allowed: further ahead of the verifier's clock is refused,
 *     exactly this far is not; zero where no time in the future is taken, absent where each is
 * @param day how its day is written where that stands by itself
 */
public record TimestampRule(
    TimestampFormat format, Optional<Duration> maxAge, Optional<Duration> maxAhead, DayForm day) {
  public TimestampRule(
      TimestampFormat format, Optional<Duration> maxAge, Optional<Duration> maxAhead) {
    this(format, maxAge, maxAhead, DayForm.BASIC);
  }

  public TimestampRule withFormat(TimestampFormat other) {
    return new TimestampRule(other, maxAge, maxAhead, day);
  }

  public TimestampRule withMaxAge(Optional<Duration> other) {
    return new TimestampRule(format, other, maxAhead, day);
  }

  public TimestampRule withMaxAhead(Optional<Duration> other) {
    return new TimestampRule(format, maxAge, other, day);
  }

  /** The day of a timestamp; nothing where it is none of this form. */
  public Optional<String> dayOf(String timestamp) {
    return format.parse(timestamp).map(day::format);
  }

  /** The day of a time that need not be sent. */
  public String dayOf(Instant time) {
    return day.format(time);
  }
}
