package io.countersign.scheme;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads a time piece by piece; each piece says whether it is there, and only then goes on. The
 * calendar is asked at the end.
 */
final class TimestampReader {
  private static final int MISSING = -1;
  private static final int SECONDS_PER_HOUR = 3600;
  private static final int MAX_OFFSET = 18 * SECONDS_PER_HOUR;

  private final byte[] text;
  private int position;

  private int year;
  private int month;
  private int dayOfMonth;
  private int dayOfWeek = MISSING;
  private int secondOfDay;
  private int offset;
  private int nanos;
  private long epochSecond;
  private boolean counted;

  TimestampReader(String text) {
    // What is no Latin letter becomes a question mark, which no time has either.
    this.text = text.getBytes(StandardCharsets.ISO_8859_1);
  }

  boolean isAtEnd() {
    return position == text.length;
  }

  /** One fixed character. */
  boolean text(char fixed) {
    boolean there = position < text.length && text[position] == fixed;
    position += there ? 1 : 0;
    return there;
  }

  /** Fixed text. */
  boolean text(String fixed) {
    boolean there = text.length - position >= fixed.length();
    for (int i = 0; there && i < fixed.length(); i++) {
      there = text[position + i] == fixed.charAt(i);
    }
    position += there ? fixed.length() : 0;
    return there;
  }

  /** Four digits. */
  boolean year() {
    year = digits(4, 9999);
    return year >= 0;
  }

  boolean month() {
    month = digits(2, 12);
    return month >= 0;
  }

  boolean monthName() {
    month = name(CalendarNames.MONTHS) + 1;
    return month > 0;
  }

  boolean day() {
    dayOfMonth = digits(2, 31);
    return dayOfMonth >= 0;
  }

  boolean dayOfWeek() {
    dayOfWeek = name(CalendarNames.DAYS);
    return dayOfWeek >= 0;
  }

  /** {@code 17:23:00}, without leap seconds. */
  boolean clock() {
    return hour() && text(':') && minute() && text(':') && second();
  }

  boolean hour() {
    return clock(23, SECONDS_PER_HOUR);
  }

  boolean minute() {
    return clock(59, 60);
  }

  boolean second() {
    return clock(59, 1);
  }

  private boolean clock(int max, int seconds) {
    int digits = digits(2, max);
    secondOfDay += digits * seconds;
    return digits >= 0;
  }

  /** Nothing, or a point and one to nine digits. */
  boolean fraction() {
    if (!text('.')) {
      return true;
    }
    int from = position;
    int unit = 1_000_000_000;
    while (unit > 1 && isDigit(position)) {
      unit /= 10;
      nanos += unit * (text[position++] - '0');
    }
    return position > from;
  }

  /** {@code Z}, or hours and minutes that are ahead of UTC. */
  boolean offset() {
    if (text('Z')) {
      return true;
    }
    return offset(":");
  }

  /** Hours and minutes that are ahead of UTC, in four digits. */
  boolean offsetInDigits() {
    return offset("");
  }

  private boolean offset(String separator) {
    int sign = text('+') ? 1 : text('-') ? -1 : 0;
    int hours = sign == 0 ? MISSING : digits(2, 18);
    int minutes = hours >= 0 && text(separator) ? digits(2, 59) : MISSING;
    int ahead = hours * SECONDS_PER_HOUR + minutes * 60;
    offset = sign * ahead;
    return minutes >= 0 && ahead <= MAX_OFFSET;
  }

  /**
   * All of the rest: units since 1970-01-01T00:00:00Z in decimal, without leading zeros.
   *
   * @param mostDigits of times that somebody may mean; more are of a smaller unit
   */
  boolean unixTime(int unitsPerSecond, int mostDigits) {
    int from = position;
    while (isDigit(position)) {
      position++;
    }
    int digits = position - from;
    if (digits == 0 || digits > mostDigits || digits > 1 && text[from] == '0') {
      return false;
    }
    long units = Long.parseLong(new String(text, from, digits, StandardCharsets.ISO_8859_1));
    epochSecond = units / unitsPerSecond;
    nanos = (int) (units % unitsPerSecond) * (1_000_000_000 / unitsPerSecond);
    counted = true;
    return true;
  }

  /**
   * The time that the pieces name, unless the day of the week is another.
   *
   * @throws DateTimeException if there is no such day
   */
  Optional<Instant> time() {
    if (counted) {
      return Optional.of(Instant.ofEpochSecond(epochSecond, nanos));
    }
    LocalDate day = LocalDate.of(year, month, dayOfMonth);
    if (dayOfWeek >= 0 && day.getDayOfWeek().ordinal() != dayOfWeek) {
      return Optional.empty();
    }
    long second = day.toEpochDay() * 24 * SECONDS_PER_HOUR + secondOfDay - offset;
    return Optional.of(Instant.ofEpochSecond(second, nanos));
  }

  /** A number of so many digits; negative where it is none or too large. */
  private int digits(int count, int max) {
    if (text.length - position < count) {
      return MISSING;
    }
    int number = 0;
    for (int i = position; i < position + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return MISSING;
      }
      number = 10 * number + digit;
    }
    position += count;
    return number > max ? MISSING : number;
  }

  private boolean isDigit(int index) {
    return index < text.length && text[index] >= '0' && text[index] <= '9';
  }

  /** Which of the names of three letters stands here; negative where none does. */
  private int name(String names) {
    if (text.length - position < CalendarNames.LENGTH) {
      return MISSING;
    }
    for (int at = 0; at < names.length(); at += CalendarNames.LENGTH) {
      if (names.charAt(at) == text[position]
          && names.charAt(at + 1) == text[position + 1]
          && names.charAt(at + 2) == text[position + 2]) {
        position += CalendarNames.LENGTH;
        return at / CalendarNames.LENGTH;
      }
    }
    return MISSING;
  }
}
