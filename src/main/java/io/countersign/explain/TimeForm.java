package io.countersign.explain;

import io.countersign.scheme.TimestampFormat;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a signer writes its clock.
 *
 * @param write the clock's time as text
 * @param read the time that a text of this form names; nothing where it is of another form
 */
record TimeForm(Function<Instant, String> write, Function<String, Optional<Instant>> read) {
  static TimeForm of(TimestampFormat format) {
    return new TimeForm(format::format, format::parse);
  }
}
