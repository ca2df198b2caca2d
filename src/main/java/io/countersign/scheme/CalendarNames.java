package io.countersign.scheme;

import java.util.List;

/** The names of days and months in HTTP's dates (RFC 9110, section 5.6.7), in no other language. */
final class CalendarNames {
  static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private CalendarNames() {}
}
