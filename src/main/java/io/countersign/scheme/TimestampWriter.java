package io.countersign.scheme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes a time in UTC piece by piece. The Java library's formatters take any calendar and
 * language, and for that longer than the MAC of a whole request.
 */
final class TimestampWriter {
  /** More than any form needs: the last year that there is has ten digits. */
  private static final int CAPACITY = 48;

  private final LocalDateTime time;
  private final int nanos;
  private final byte[] text = new byte[CAPACITY];
  private int length;

  TimestampWriter(Instant time) {
    this.time = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    this.nanos = time.getNano();
  }

  /** Four digits; a year that has more of them, or comes before the year 0, has its sign too. */
  TimestampWriter year() {
    int year = time.getYear();
    int absolute = Math.abs(year);
    if (year < 0 || year > 9999) {
      text(year < 0 ? "-" : "+");
    }
    return absolute > 9999
        ? text(Integer.toString(absolute))
        : digits(absolute / 100).digits(absolute % 100);
  }

  TimestampWriter month() {
    return digits(time.getMonthValue());
  }

  TimestampWriter monthName() {
    return text(CalendarNames.get(CalendarNames.MONTHS, time.getMonthValue() - 1));
  }

  TimestampWriter day() {
    return digits(time.getDayOfMonth());
  }

  TimestampWriter dayOfWeek() {
    return text(CalendarNames.get(CalendarNames.DAYS, time.getDayOfWeek().ordinal()));
  }

  /** {@code 2014-09-23}. */
  TimestampWriter date() {
    return year().text("-").month().text("-").day();
  }

  /** {@code 17:23:00}. */
  TimestampWriter clock() {
    return hour().text(":").minute().text(":").second();
  }

  TimestampWriter hour() {
    return digits(time.getHour());
  }

  TimestampWriter minute() {
    return digits(time.getMinute());
  }

  TimestampWriter second() {
    return digits(time.getSecond());
  }

  /** Three digits, cut off and not rounded. */
  TimestampWriter millis() {
    int millis = nanos / 1_000_000;
    text[length++] = (byte) ('0' + millis / 100);
    return digits(millis % 100);
  }

  /** Fixed text, in ASCII. */
  TimestampWriter text(String fixed) {
    for (int i = 0; i < fixed.length(); i++) {
      text[length++] = (byte) fixed.charAt(i);
    }
    return this;
  }

  /** Two digits. */
  private TimestampWriter digits(int number) {
    text[length++] = (byte) ('0' + number / 10);
    text[length++] = (byte) ('0' + number % 10);
    return this;
  }

  /** What was written. */
  @Override
  public String toString() {
    return new String(text, 0, length, StandardCharsets.ISO_8859_1);
  }
}
