package io.countersign.scheme;

/** The names of days and months in HTTP's dates (RFC 9110, section 5.6.7), in no other language. */
final class CalendarNames {
  static final String DAYS = "MonTueWedThuFriSatSun";
  static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /** The letters of each. */
  static final int LENGTH = 3;

  private CalendarNames() {}

  static String get(String names, int index) {
    return names.substring(index * LENGTH, (index + 1) * LENGTH);
  }
}
