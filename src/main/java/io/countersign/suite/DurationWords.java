package io.countersign.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A length of time in the names of cases: {@code 24 hours and 30 minutes}. */
final class DurationWords {
  private DurationWords() {}

  /**
   * @param duration of whole seconds, not negative
   */
  static String of(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(parts, duration.toHours(), "hour");
    add(parts, duration.toMinutesPart(), "minute");
    add(parts, duration.toSecondsPart(), "second");
    if (parts.isEmpty()) {
      return "0 seconds";
    }
    String last = parts.remove(parts.size() - 1);
    return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
  }

  private static void add(List<String> parts, long amount, String unit) {
    if (amount > 0) {
      parts.add(amount + " " + unit + (amount == 1 ? "" : "s"));
    }
  }
}
