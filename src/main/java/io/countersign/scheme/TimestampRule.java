package io.countersign.scheme;

import java.time.Duration;
import java.util.Optional;

/**
 * What a scheme says of time.
 *
 * @param format how the timestamp is written
 * @param maxAge the freshness window: older is expired, exactly this old is not; absent where
 *     nothing expires
 * @param future what becomes of a timestamp that is ahead of the verifier's clock
 */
public record TimestampRule(TimestampFormat format, Optional<Duration> maxAge, Future future) {
  /** What a verifier does with a timestamp from the future. */
  public enum Future {
    ACCEPTED,
    REJECTED
  }
}
