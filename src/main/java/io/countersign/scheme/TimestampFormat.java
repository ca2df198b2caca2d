package io.countersign.scheme;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How a point in time is written. What is read must be in exactly the form that is described. */
public enum TimestampFormat {
  /** {@code 2014-09-23T17:23:00}: UTC, to the second, without a zone. */
  ISO_8601_WITHOUT_ZONE {
    @Override
    public String format(Instant time) {
      return iso(time, "");
    }

    @Override
    boolean read(TimestampReader text) {
      return iso(text);
    }
  },
  /** {@code 2024-12-04T14:55:06+00:00}; read with any offset or {@code Z}, and with fractions. */
  ISO_8601_OFFSET {
    @Override
    public String format(Instant time) {
      return iso(time, "+00:00");
    }

    @Override
    boolean read(TimestampReader text) {
      return iso(text) && text.fraction() && text.offset();
    }
  },
  /** {@code 2024-12-04T14:55:06Z}; read with any offset or {@code Z}, and with fractions. */
  ISO_8601_Z {
    @Override
    public String format(Instant time) {
      return iso(time, "Z");
    }

    @Override
    boolean read(TimestampReader text) {
      return ISO_8601_OFFSET.read(text);
    }
  },
  /** {@code Tue, 23 Sep 2014 17:23:00 GMT}: RFC 1123 with two digits for the day, in English. */
  RFC_1123 {
    @Override
    public String format(Instant time) {
      TimestampWriter text = new TimestampWriter(time);
      text.dayOfWeek().text(", ").day().text(" ").monthName().text(" ").year().text(" ");
      return text.clock().text(" GMT").toString();
    }

    @Override
    boolean read(TimestampReader text) {
      return text.dayOfWeek()
          && text.text(',')
          && text.text(' ')
          && text.day()
          && text.text(' ')
          && text.monthName()
          && text.text(' ')
          && text.year()
          && text.text(' ')
          && text.clock()
          && text.text(" GMT");
    }
  },
  /**
   * Seconds since 1970-01-01T00:00:00Z, in decimal, until the year 5138: milliseconds of this
   * century read as seconds would be a time that never expires.
   */
  UNIX_SECONDS {
    @Override
    public String format(Instant time) {
      return Long.toString(time.getEpochSecond());
    }

    @Override
    boolean read(TimestampReader text) {
      return text.unixTime(1, 11);
    }
  },
  /** Milliseconds since 1970-01-01T00:00:00Z, in decimal. */
  UNIX_MILLIS {
    @Override
    public String format(Instant time) {
      return Long.toString(time.toEpochMilli());
    }

    @Override
    boolean read(TimestampReader text) {
      return text.unixTime(1000, 14);
    }

    @Override
    public ChronoUnit precision() {
      return ChronoUnit.MILLIS;
    }
  };

  public abstract String format(Instant time);

  /** Whether the text, from its beginning, is of this form. */
  abstract boolean read(TimestampReader text);

  /** The point in time that a text names, or nothing if it is not of this form. */
  public Optional<Instant> parse(String text) {
    TimestampReader reader = new TimestampReader(text);
    try {
      return read(reader) && reader.isAtEnd() ? reader.time() : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** How finely the format tells times apart. */
  public ChronoUnit precision() {
    return ChronoUnit.SECONDS;
  }

  private static String iso(Instant time, String zone) {
    TimestampWriter text = new TimestampWriter(time);
    return text.year().text("-").month().text("-").day().text("T").clock().text(zone).toString();
  }

  private static boolean iso(TimestampReader text) {
    return text.year()
        && text.text('-')
        && text.month()
        && text.text('-')
        && text.day()
        && text.text('T')
        && text.clock();
  }
}
