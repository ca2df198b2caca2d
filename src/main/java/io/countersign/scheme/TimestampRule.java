package io.countersign.scheme;

import java.time.Duration;
import java.util.Optional;

/**
 * What a scheme says of time.
 *
 * @param format how the timestamp is written
 * @param maxAge the freshness window: older is expired, exactly this old is not; absent where
 *     nothing expires
 * @param maxAhead the clock skew that is allowed: further ahead of the verifier's clock is refused,
 *     exactly this far is not; zero where no time in the future is taken, absent where each is
 */
public record TimestampRule(
    TimestampFormat format, Optional<Duration> maxAge, Optional<Duration> maxAhead) {
  public TimestampRule withFormat(TimestampFormat other) {
    return new TimestampRule(other, maxAge, maxAhead);
  }

  public TimestampRule withMaxAge(Optional<Duration> other) {
    return new TimestampRule(format, other, maxAhead);
  }

  public TimestampRule withMaxAhead(Optional<Duration> other) {
    return new TimestampRule(format, maxAge, other);
  }
}
