package io.countersign.verify;

import io.countersign.message.Octets;
import java.time.Instant;

/**
 * A timestamp that was read.
 *
 * @param sent as it was sent
 * @param text decoded
 * @param day as the scheme writes days; empty where it has none
 * @param time the time that it names
 * @param start the first moment at which it is not too far in the future
 * @param end the last moment at which it is not too old
 */
record SentTime(Octets sent, String text, String day, Instant time, Instant start, Instant end) {
  /** Of a scheme that has no timestamp. */
  static final SentTime NONE =
      new SentTime(Octets.EMPTY, "", "", Instant.MIN, Instant.MIN, Instant.MIN);
}
