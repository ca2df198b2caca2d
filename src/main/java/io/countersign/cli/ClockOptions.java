package io.countersign.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** What time it is. */
final class ClockOptions implements OptionGroup {
  private final OptionSpec at =
      Options.value(
              "--at",
              "INSTANT",
              Instant.class,
              "The clock, as in 2014-09-23T17:23:00Z (ISO 8601). Default: now.")
          .converters(new InstantConverter())
          .build();

  private final Environment environment;

  ClockOptions(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(at);
  }

  /** A clock that stands still at the given time, or the machine's. */
  Clock clock() {
    Instant given = at.getValue();
    return given == null ? environment.clock() : Clock.fixed(given, ZoneOffset.UTC);
  }

  boolean isGiven() {
    return at.getValue() != null;
  }

  /** Reads a point in time; an offset other than Z is fine, none at all is not. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    @Override
    public Instant convert(String text) {
      try {
        Instant time = OffsetDateTime.parse(text).toInstant();
        // No timestamp has more digits for the year, or a sign before it.
        if (time.getEpochSecond() >= YEAR_0 && time.getEpochSecond() < YEAR_10000) {
          return time;
        }
      } catch (DateTimeException e) {
        // said below
      }
      throw new TypeConversionException(
          "'" + text + "' is no point in time; write it as in 2014-09-23T17:23:00Z");
    }
  }
}
