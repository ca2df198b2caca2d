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
  /**
   * {@code 2020-12-08T09:08:57.715Z}, as JavaScript's {@code toISOString} writes it; read with any
   * offset or {@code Z}, and with any fractions or none.
   */
  ISO_8601_MILLIS {
    @Override
    public String format(Instant time) {
      TimestampWriter text = new TimestampWriter(time);
      return text.date().text("T").clock().text(".").millis().text("Z").toString();
    }

    @Override
    boolean read(TimestampReader text) {
      return ISO_8601_OFFSET.read(text);
    }

    @Override
    public ChronoUnit precision() {
      return ChronoUnit.MILLIS;
    }
  },
  /** {@code 20150830T123600Z}: the basic format of ISO 8601, in UTC, to the second. */
  ISO_8601_BASIC {
    @Override
    public String format(Instant time) {
      TimestampWriter text = new TimestampWriter(time);
      text.year().month().day().text("T");
      return text.hour().minute().second().text("Z").toString();
    }

    @Override
    boolean read(TimestampReader text) {
      return text.year()
          && text.month()
          && text.day()
          && text.text('T')
          && text.hour()
          && text.minute()
          && text.second()
          && text.text('Z');
    }
  },
  /** {@code Tue, 23 Sep 2014 17:23:00 GMT}: RFC 1123 with two digits for the day, in English. */
  RFC_1123 {
    @Override
    public String format(Instant time) {
      return mail(time, " GMT");
    }

    @Override
    boolean read(TimestampReader text) {
      return mail(text) && text.text(" GMT");
    }
  },
  /**
   * {@code Tue, 23 Sep 2014 17:23:00 +0000}: the date of RFC 2822 with two digits for the day; read
   * with any offset.
   */
  RFC_2822 {
    @Override
    public String format(Instant time) {
      return mail(time, " +0000");
    }

    @Override
    boolean read(TimestampReader text) {
      return mail(text) && text.text(' ') && text.offsetInDigits();
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

  /** Whether it is one of the forms of ISO 8601. */
  public boolean isIso8601() {
    return name().startsWith("ISO_8601_");
  }

  /** Whether other zones and fractions of a second are read than are written. */
  public boolean isReadFreely() {
    return this == ISO_8601_OFFSET
        || this == ISO_8601_Z
        || this == ISO_8601_MILLIS
        || this == RFC_2822;
  }

  /** How finely the format tells times apart. */
  public ChronoUnit precision() {
    return ChronoUnit.SECONDS;
  }

  private static String iso(Instant time, String zone) {
    return new TimestampWriter(time).date().text("T").clock().text(zone).toString();
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

  private static String mail(Instant time, String zone) {
    TimestampWriter text = new TimestampWriter(time);
    text.dayOfWeek().text(", ").day().text(" ").monthName().text(" ").year().text(" ");
    return text.clock().text(zone).toString();
  }

  private static boolean mail(TimestampReader text) {
    return text.dayOfWeek()
        && text.text(',')
        && text.text(' ')
        && text.day()
        && text.text(' ')
        && text.monthName()
        && text.text(' ')
        && text.year()
        && text.text(' ')
        && text.clock();
  }
}
