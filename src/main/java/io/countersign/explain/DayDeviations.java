package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.DayForm;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import io.countersign.verify.SentFields;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A day beside the timestamp that is not the timestamp's in UTC, or not written as it should be.
 */
final class DayDeviations {
  private static final Deviation AHEAD =
      deviation(
          "day-of-local-time-ahead",
          5,
          "The day is that of local time, which is ahead of UTC, and not that of the timestamp.",
          "Take the day off the timestamp: both are in UTC.");
  private static final Deviation BEHIND =
      deviation(
          "day-of-local-time-behind",
          5,
          "The day is that of local time, which is behind UTC, and not that of the timestamp.",
          "Take the day off the timestamp: both are in UTC.");
  private static final Deviation OTHER_FORM =
      deviation(
          "day-in-other-form",
          6,
          "The day was written in another form than the scheme's.",
          "Write the day as the scheme has it, with hyphens or without.");
  private static final Deviation OTHER =
      deviation(
          "day-of-other-time",
          9,
          "The day is another than that of the timestamp, such as one that was kept from before.",
          "Make the day and the timestamp of one reading of the clock.");
  private static final Deviation NOT_SIGNED =
      deviation(
          "day-not-as-signed",
          8,
          "Another day is sent than the one that was signed, which is that of the timestamp.",
          "Send the day that is signed.");
  private static final Deviation MISSING =
      deviation(
          "day-missing",
          20,
          "The request carries no day.",
          "Send the day that the scheme asks for.");

  private DayDeviations() {}

  /** What a signer may take for the day of a time. */
  static Shelf<Function<Instant, String>> of(SigningRules rules) {
    Shelf<Function<Instant, String>> shelf = new Shelf<>(Affects.TIMESTAMP);
    if (rules.usesDay() && rules.timestamp().isPresent()) {
      TimestampRule rule = rules.timestamp().get();
      add(shelf, AHEAD, time -> rule.dayOf(time.plus(Duration.ofHours(2))));
      add(shelf, BEHIND, time -> rule.dayOf(time.minus(Duration.ofHours(5))));
      add(shelf, OTHER, time -> daysOff(rule, time, -1));
      add(shelf, OTHER_FORM, otherForm(rule)::format);
    }
    return shelf;
  }

  static DayForm otherForm(TimestampRule rule) {
    return rule.day() == DayForm.BASIC ? DayForm.EXTENDED : DayForm.BASIC;
  }

  /** A day that a signer may have taken, and what is wrong with it. */
  record Taken(String day, List<Deviation> deviations) {}

  /** The days that may have been signed where one is sent, or should be. */
  static List<Taken> sent(TimestampRule rule, Optional<String> sent, Optional<Instant> time) {
    String due = time.map(rule::dayOf).orElse("");
    if (sent.isEmpty()) {
      return List.of(new Taken(due, List.of(MISSING)));
    }
    String day = sent.get();
    if (due.isEmpty() || day.equals(due)) {
      return List.of(new Taken(day, List.of()));
    }
    return List.of(
        new Taken(day, List.of(wrong(rule, day, time.get()))), new Taken(due, List.of(NOT_SIGNED)));
  }

  /** What is wrong with the day of a request, as far as it shows; nothing where it is right. */
  static Optional<Deviation> shown(SigningRules rules, SentFields sent) {
    Optional<String> day = sent.value(SigningRules.DAY);
    Optional<Instant> time =
        rules
            .timestamp()
            .flatMap(rule -> sent.value(SigningRules.TIMESTAMP).flatMap(rule.format()::parse));
    if (!rules.sendsDay() || time.isEmpty()) {
      return Optional.empty();
    }
    TimestampRule rule = rules.timestamp().get();
    return day.isEmpty()
        ? Optional.of(MISSING)
        : day.filter(text -> !text.equals(rule.dayOf(time.get())))
            .map(text -> wrong(rule, text, time.get()));
  }

  private static Deviation wrong(TimestampRule rule, String day, Instant time) {
    return day.equals(otherForm(rule).format(time)) ? OTHER_FORM : otherDay(rule, day, time);
  }

  /** No local time is more than 14 hours ahead of UTC, and none more than 12 hours behind. */
  private static Deviation otherDay(TimestampRule rule, String day, Instant time) {
    int hour = time.atOffset(ZoneOffset.UTC).getHour();
    if (hour >= 24 - 14 && day.equals(daysOff(rule, time, 1))) {
      return AHEAD;
    }
    return hour < 12 && day.equals(daysOff(rule, time, -1)) ? BEHIND : OTHER;
  }

  /** The days that may have been signed where none is sent, the right one first. */
  static List<Taken> unsent(TimestampRule rule, Optional<Instant> time) {
    if (time.isEmpty()) {
      return List.of(new Taken("", List.of()));
    }
    Instant known = time.get();
    List<Taken> all = new ArrayList<>();
    all.add(new Taken(rule.dayOf(known), List.of()));
    for (int days : new int[] {1, -1}) {
      String day = daysOff(rule, known, days);
      all.add(new Taken(day, List.of(otherDay(rule, day, known))));
    }
    all.add(new Taken(otherForm(rule).format(known), List.of(OTHER_FORM)));
    return all;
  }

  private static String daysOff(TimestampRule rule, Instant time, int days) {
    return rule.dayOf(time.plus(Duration.ofDays(days)));
  }

  private static void add(
      Shelf<Function<Instant, String>> shelf, Deviation about, Function<Instant, String> day) {
    shelf.add(about.id(), about.rank(), about.aspect(), about.title(), about.fix(), List.of(day));
  }

  private static Deviation deviation(String id, int rank, String title, String fix) {
    return new Deviation(id, Affects.TIMESTAMP, Optional.of(Aspect.Kind.DAY), rank, title, fix);
  }
}
