package io.countersign.scheme;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** How the day of a timestamp, in UTC, is written where a scheme has that by itself. */
public enum DayForm {
  /** {@code 20150830}. */
  BASIC(""),
  /** {@code 2015-08-30}. */
  EXTENDED("-");

  private final String between;

  DayForm(String between) {
    this.between = between;
  }

  /** The day in UTC of a time. */
  public String format(Instant time) {
    return new TimestampWriter(time).year().text(between).month().text(between).day().toString();
  }

  /** The beginning of the day that a text names, or nothing if it is not of this form. */
  public Optional<Instant> parse(String text) {
    TimestampReader reader = new TimestampReader(text);
    try {
      boolean isRead =
          reader.year()
              && reader.text(between)
              && reader.month()
              && reader.text(between)
              && reader.day()
              && reader.isAtEnd();
      return isRead ? reader.time() : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
