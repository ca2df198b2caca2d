package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a wrong time says of the clock that it was read from. */
final class ClockFindings {
  static final Deviation LOCAL_BEHIND =
      clock(
          "local-time-behind",
          1,
          "The timestamp is local time, of a zone west of UTC.",
          "Write the time in UTC.");
  static final Deviation LOCAL_AHEAD =
      clock(
          "local-time-ahead",
          1,
          "The timestamp is local time, of a zone east of UTC.",
          "Write the time in UTC.");
  static final Deviation TWELVE_HOURS =
      clock(
          "twelve-hour-clock",
          0,
          "The hour was written by a twelve-hour clock.",
          "Write the hour from 00 to 23 (HH, not hh; %H, not %I).");
  static final Deviation WEEK_YEAR =
      clock(
          "week-based-year",
          0,
          "The year is that of the week, not that of the day.",
          "Use the calendar year (yyyy or uuuu, not YYYY; %Y, not %G).");
  static final Deviation DAYS =
      clock(
          "clock-off-by-days",
          2,
          "The date is wrong and the time of day is right.",
          "Set the date of the signer's clock, and sign each request anew.");
  static final Deviation BEHIND =
      clock(
          "clock-behind",
          3,
          "The signer's clock is behind, or the request was signed long before it arrived.",
          "Synchronise the signer's clock (NTP), and sign each request just before sending it.");
  static final Deviation AHEAD =
      clock(
          "clock-ahead",
          3,
          "The signer's clock is ahead.",
          "Synchronise the signer's clock (NTP).");

  /** How far from a whole zone a clock may be to be taken for local time. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  private static final Duration ZONE_STEP = Duration.ofMinutes(30);

  /** No zone is less than an hour from UTC but UTC. */
  private static final Duration LEAST_ZONE = Duration.ofHours(1);

  private static final Duration WESTMOST = Duration.ofHours(-12);
  private static final Duration EASTMOST = Duration.ofHours(14);

  private ClockFindings() {}

  /** Whether the scheme takes this time, of this clock. */
  static boolean isFresh(TimestampRule rule, Instant time, Instant now) {
    Duration age = Duration.between(time, now);
    boolean young = rule.maxAge().isEmpty() || age.compareTo(rule.maxAge().get()) <= 0;
    boolean old = rule.maxAhead().isEmpty() || age.negated().compareTo(rule.maxAhead().get()) <= 0;
    return young && old;
  }

  /** What may be wrong with the clock that gave this time; the likeliest first. */
  static List<Deviation> of(Instant time, Instant now) {
    Duration offset = Duration.between(now, time);
    List<Deviation> findings = new ArrayList<>();
    if (isNear(offset, Duration.ofHours(-12)) && now.atOffset(ZoneOffset.UTC).getHour() >= 12) {
      findings.add(TWELVE_HOURS);
    }
    // At midnight such a clock shows twelve.
    if (isNear(offset, Duration.ofHours(12)) && now.atOffset(ZoneOffset.UTC).getHour() == 0) {
      findings.add(TWELVE_HOURS);
    }
    Duration years = Duration.between(now, calendarYear(time, now));
    if (time.atOffset(ZoneOffset.UTC).getYear() != now.atOffset(ZoneOffset.UTC).getYear()
        && years.abs().compareTo(SLACK) <= 0) {
      findings.add(WEEK_YEAR);
    }
    Duration zone = nearest(offset, ZONE_STEP);
    Duration days = nearest(offset, Duration.ofDays(1));
    if (zone.abs().compareTo(LEAST_ZONE) >= 0
        && isNear(offset, zone)
        && zone.compareTo(WESTMOST) >= 0
        && zone.compareTo(EASTMOST) <= 0) {
      findings.add(local(zone));
    } else if (!days.isZero() && isNear(offset, days)) {
      findings.add(
          DAYS.seenAs("The date is " + inWords(days) + " off and the time of day is right."));
    } else {
      findings.add(skewed(offset));
    }
    return findings;
  }

  /** The same of a time that may be right; nothing where it is so near that nobody need care. */
  static Optional<Deviation> ofOff(Instant time, Instant now) {
    return isNear(Duration.between(now, time), Duration.ZERO)
        ? Optional.empty()
        : Optional.of(of(time, now).get(0));
  }

  private static String inWords(Duration days) {
    long number = days.abs().toDays();
    return number == 1 ? "1 day" : number + " days";
  }

  private static Deviation local(Duration zone) {
    return zone.isNegative()
        ? LOCAL_BEHIND.seenAs(
            "The timestamp is local time: " + words(zone) + " behind UTC, a time zone.")
        : LOCAL_AHEAD.seenAs(
            "The timestamp is local time: " + words(zone) + " ahead of UTC, a time zone.");
  }

  private static Deviation skewed(Duration offset) {
    return offset.isNegative()
        ? BEHIND.seenAs(
            "The timestamp is "
                + words(offset)
                + " behind: the signer's clock is, or it signed long before sending.")
        : AHEAD.seenAs("The signer's clock is " + words(offset) + " ahead.");
  }

  private static Instant calendarYear(Instant time, Instant now) {
    return time.atOffset(ZoneOffset.UTC)
        .withYear(now.atOffset(ZoneOffset.UTC).getYear())
        .toInstant();
  }

  private static boolean isNear(Duration offset, Duration whole) {
    return offset.minus(whole).abs().compareTo(SLACK) <= 0;
  }

  private static Duration nearest(Duration offset, Duration step) {
    return step.multipliedBy(Math.round((double) offset.toSeconds() / step.toSeconds()));
  }

  /** {@code 2 h 30 min}, without its sign. */
  static String words(Duration duration) {
    Duration size = duration.abs().truncatedTo(ChronoUnit.SECONDS);
    StringBuilder words = new StringBuilder();
    append(words, size.toDays(), " d");
    append(words, size.toHoursPart(), " h");
    append(words, size.toMinutesPart(), " min");
    append(words, size.toSecondsPart(), " s");
    return words.isEmpty() ? "less than a second" : words.toString();
  }

  private static void append(StringBuilder words, long amount, String unit) {
    if (amount > 0) {
      words.append(words.isEmpty() ? "" : " ").append(amount).append(unit);
    }
  }

  private static Deviation clock(String id, int rank, String title, String fix) {
    return new Deviation(
        id, Affects.TIMESTAMP, Optional.of(Aspect.Kind.TIMESTAMP), rank, title, fix);
  }
}
