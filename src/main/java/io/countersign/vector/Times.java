package io.countersign.vector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads points in time as vector files write them. */
final class Times {
  private static final String FORM = "0000-00-00T00:00:00Z";
  private static final Pattern IN_UTC = Pattern.compile("[-+0-9]+T[:.0-9]+Z");

  private Times() {}

  /**
   * The same as {@link #parse(String)} of so many characters, and sooner for the usual form.
   *
   * @throws DateTimeException if it is no point in time in UTC
   */
  static Instant parse(char[] text, int from, int length) {
    if (!isUsual(text, from, length)) {
      return parse(new String(text, from, length));
    }
    int hour = number(text, from + 11, 2);
    int minute = number(text, from + 14, 2);
    int second = number(text, from + 17, 2);
    if (hour > 23 || minute > 59 || second > 59) {
      return parse(new String(text, from, length));
    }
    LocalDate day =
        LocalDate.of(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2));
    return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
  }

  /**
   * The same as {@link Instant#parse}, but for offsets and small letters, which that takes as well.
   *
   * @throws DateTimeException if it is no point in time in UTC
   */
  static Instant parse(String text) {
    if (!IN_UTC.matcher(text).matches()) {
      throw new DateTimeException("not in UTC");
    }
    return Instant.parse(text);
  }

  private static boolean isUsual(char[] text, int from, int length) {
    if (length != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = text[from + i];
      char form = FORM.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static int number(char[] text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
