package io.countersign.scheme;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How a point in time is written. What is read must be in exactly the form that is described. */
public enum TimestampFormat {
  /** {@code 2014-09-23T17:23:00}: UTC, to the second, without a zone. */
  ISO_8601_WITHOUT_ZONE {
    @Override
    public String format(Instant time) {
      return WITHOUT_ZONE.format(seconds(time));
    }

    @Override
    Instant read(String text) {
      return LocalDateTime.parse(text, READ_WITHOUT_ZONE).toInstant(ZoneOffset.UTC);
    }
  },
  /** {@code 2024-12-04T14:55:06+00:00}; read with any offset or {@code Z}, and with fractions. */
  ISO_8601_OFFSET {
    @Override
    public String format(Instant time) {
      return WITHOUT_ZONE.format(seconds(time)) + "+00:00";
    }

    @Override
    Instant read(String text) {
      return OffsetDateTime.parse(text, READ_OFFSET).toInstant();
    }
  },
  /** {@code 2024-12-04T14:55:06Z}; read with any offset or {@code Z}, and with fractions. */
  ISO_8601_Z {
    @Override
    public String format(Instant time) {
      return WITHOUT_ZONE.format(seconds(time)) + "Z";
    }

    @Override
    Instant read(String text) {
      return OffsetDateTime.parse(text, READ_OFFSET).toInstant();
    }
  },
  /** {@code Tue, 23 Sep 2014 17:23:00 GMT}: RFC 1123 with two digits for the day, in English. */
  RFC_1123 {
    @Override
    public String format(Instant time) {
      return FIXED_RFC_1123.format(seconds(time));
    }

    @Override
    Instant read(String text) {
      return LocalDateTime.parse(text, READ_RFC_1123).toInstant(ZoneOffset.UTC);
    }
  },
  /** Seconds since 1970-01-01T00:00:00Z, in decimal. */
  UNIX_SECONDS {
    @Override
    public String format(Instant time) {
      return Long.toString(time.getEpochSecond());
    }

    @Override
    Instant read(String text) {
      return Instant.ofEpochSecond(digits(text));
    }
  },
  /** Milliseconds since 1970-01-01T00:00:00Z, in decimal. */
  UNIX_MILLIS {
    @Override
    public String format(Instant time) {
      return Long.toString(time.toEpochMilli());
    }

    @Override
    Instant read(String text) {
      return Instant.ofEpochMilli(digits(text));
    }

    @Override
    public ChronoUnit precision() {
      return ChronoUnit.MILLIS;
    }
  };

  private static final DateTimeFormatter WITHOUT_ZONE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter FIXED_RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  // A year of four digits, seconds always, capital letters: the library's own formatters take more.
  private static final DateTimeFormatter READ_WITHOUT_ZONE =
      strict(
          new DateTimeFormatterBuilder().appendValue(YEAR, 4).appendPattern("-MM-dd'T'HH:mm:ss"));
  private static final DateTimeFormatter READ_OFFSET =
      strict(
          new DateTimeFormatterBuilder()
              .append(READ_WITHOUT_ZONE)
              .optionalStart()
              .appendFraction(NANO_OF_SECOND, 1, 9, true)
              .optionalEnd()
              .appendOffset("+HH:MM", "Z"));
  private static final DateTimeFormatter READ_RFC_1123 =
      strict(
          new DateTimeFormatterBuilder()
              .appendPattern("EEE, dd MMM ")
              .appendValue(YEAR, 4)
              .appendPattern(" HH:mm:ss 'GMT'"));

  private static DateTimeFormatter strict(DateTimeFormatterBuilder form) {
    return form.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }

  public abstract String format(Instant time);

  abstract Instant read(String text);

  /** The point in time that a text names, or nothing if it is not of this form. */
  public Optional<Instant> parse(String text) {
    try {
      return Optional.of(read(text));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** How finely the format tells times apart. */
  public ChronoUnit precision() {
    return ChronoUnit.SECONDS;
  }

  private static LocalDateTime seconds(Instant time) {
    return LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
  }

  private static long digits(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new NumberFormatException("not decimal digits");
    }
    if (text.length() > 1 && text.startsWith("0")) {
      throw new NumberFormatException("a leading zero");
    }
    return Long.parseLong(text);
  }
}
