package io.countersign.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What time it is. */
final class ClockOptions {
  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "The clock, as in 2014-09-23T17:23:00Z (ISO 8601). Default: now.")
  private @Nullable Instant at;

  private final Environment environment;

  ClockOptions(Environment environment) {
    this.environment = environment;
  }

  /** A clock that stands still at the given time, or the machine's. */
  Clock clock() {
    return at == null ? environment.clock() : Clock.fixed(at, ZoneOffset.UTC);
  }

  boolean isGiven() {
    return at != null;
  }

  /** Reads a point in time; an offset other than Z is fine, none at all is not. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no point in time; write it as in 2014-09-23T17:23:00Z");
      }
    }
  }
}
