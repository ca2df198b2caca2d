package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.FUTURE_TIMESTAMP;
import static io.countersign.suite.DerivedRequirement.Plain.OTHER_ISO_8601_FORMS;
import static io.countersign.suite.DerivedRequirement.Plain.TIMESTAMP_FORM;
import static io.countersign.suite.DerivedRequirement.Plain.TIMESTAMP_WINDOW;

import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampFormat;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rule of freshness at its boundaries, and the timestamp's form. */
final class DerivedFreshness {

  /** Any time will do to see whether a way of writing times is another than the scheme's. */
  private static final Instant EXAMPLE = Instant.parse("2014-09-23T17:23:00Z");

  /** Of a week that belongs to the next year by ISO 8601, and past noon. */
  private static final Instant LAST_EVENING = Instant.parse("2024-12-31T23:59:58Z");

  /** Written with one digit each by whoever does not fill up with zeros. */
  private static final Instant EARLY_MORNING = Instant.parse("2024-03-05T01:02:03Z");

  /** Where what was signed a second before is of another day, and of another year. */
  private static final Instant MIDNIGHT = Instant.parse("2025-01-01T00:00:00Z");

  private final Gherkin out;
  private final TimestampRule rule;
  private final SigningRules rules;

  private DerivedFreshness(Gherkin out, TimestampRule rule, SigningRules rules) {
    this.out = out;
    this.rule = rule;
    this.rules = rules;
  }

  static void write(Gherkin out, SigningRules rules) {
    rules.timestamp().ifPresent(rule -> new DerivedFreshness(out, rule, rules).write());
  }

  private static boolean isRawTimestamp(Placement placement) {
    return placement instanceof Placement.InQuery query
        && query.value().fields().contains(SigningRules.TIMESTAMP)
        && query.written() == Placement.Escaping.RAW;
  }

  private void write() {
    rule.maxAge().ifPresent(this::window);
    rule.maxAhead().filter(ahead -> !ahead.isZero()).ifPresentOrElse(this::skew, this::future);
    form();
    if (rules.usesDay()) {
      day();
    }
  }

  /**
   * At the boundary to the second, and far enough from it on either side for a server whose clock
   * cannot be set.
   */
  private void window(Duration maxAge) {
    SortedMap<Duration, Boolean> ages = new TreeMap<>();
    ages.put(Duration.ofSeconds(maxAge.toSeconds() / 2), true);
    ages.put(maxAge.minusSeconds(1), true);
    ages.put(maxAge, true);
    ages.put(maxAge.plusSeconds(1), false);
    // Not as far off as twice the window: that is a usual mistake, too.
    ages.putIfAbsent(Duration.ofSeconds(maxAge.toSeconds() * 3 / 2), false);
    ages.put(daysBeyond(maxAge), false);
    ages.forEach(this::aged);
    again(maxAge.plusSeconds(1));
  }

  /** Of a time of day that is well within the window, for who looks at nothing else. */
  private static Duration daysBeyond(Duration window) {
    return Duration.ofSeconds(window.toSeconds() / 2).plusDays(window.toDays() + 1);
  }

  /** Who remembers what he took still has to look at its time. */
  private void again(Duration age) {
    out.changed(
        TIMESTAMP_WINDOW,
        "A request that was accepted is expired " + DurationWords.of(age) + " later",
        List.of(),
        "it is shown once more " + words(age) + " later",
        "rejected as expired-timestamp");
  }

  private void aged(Duration age, boolean accepted) {
    out.changed(
        TIMESTAMP_WINDOW,
        "A signature that is "
            + DurationWords.of(age)
            + " old is "
            + (accepted ? "accepted" : "expired"),
        List.of(),
        "it was signed " + words(age) + " ago",
        accepted ? "accepted" : "rejected as expired-timestamp");
  }

  private void future() {
    ahead(Duration.ofSeconds(1), rule.maxAhead().isEmpty());
    ahead(Duration.ofHours(1), rule.maxAhead().isEmpty());
  }

  /** As the window, on the other side of the verifier's clock. */
  private void skew(Duration maxAhead) {
    SortedMap<Duration, Boolean> times = new TreeMap<>();
    times.put(Duration.ofSeconds(maxAhead.toSeconds() / 2), true);
    times.put(maxAhead.minusSeconds(1), true);
    times.put(maxAhead, true);
    times.put(maxAhead.plusSeconds(1), false);
    times.putIfAbsent(Duration.ofSeconds(maxAhead.toSeconds() * 3 / 2), false);
    times.put(daysBeyond(maxAhead), false);
    times.remove(Duration.ZERO);
    times.forEach(this::ahead);
  }

  private void ahead(Duration ahead, boolean accepted) {
    out.changed(
        FUTURE_TIMESTAMP,
        "A signature from " + DurationWords.of(ahead) + " in the future",
        List.of(),
        "it was signed " + words(ahead) + " in the future",
        accepted ? "accepted" : "rejected as future-timestamp");
  }

  private void form() {
    boolean raw = rules.sent().stream().anyMatch(DerivedFreshness::isRawTimestamp);
    refused(
        "is left out",
        "its field \"timestamp\" is removed",
        LeftOut.reason(rules, SigningRules.TIMESTAMP, "missing-timestamp"));
    refused(
        "is empty and was signed so", "it is signed with the timestamp \"\"", "missing-timestamp");
    refused("is empty", "its field \"timestamp\" is changed to \"\"", "missing-timestamp");
    for (TimestampWriting writing : TimestampWriting.values()) {
      String text = writing.write(EXAMPLE);
      // With a blank in its URL a request is no HTTP, and whoever refuses it says nothing of time;
      // a plus sign is a blank to some.
      boolean sendable = !raw || text.indexOf(' ') < 0 && text.indexOf('+') < 0;
      if (sendable && writing.isOffset() && rule.format() == TimestampFormat.ISO_8601_OFFSET) {
        out.changed(
            TIMESTAMP_FORM,
            "A timestamp that is written " + writing.words() + " names its time",
            List.of(),
            "it is signed with the time written " + writing.words(),
            "accepted");
      } else if (sendable && rule.format().parse(text).isEmpty()) {
        refused(
            // Pages name the standard, and hardly any says which of its forms it means.
            writing.isIso8601() && rule.format().isIso8601()
                ? OTHER_ISO_8601_FORMS
                : TIMESTAMP_FORM,
            "is written " + writing.words(),
            "it is signed with the time written " + writing.words(),
            "malformed-timestamp");
      }
    }
    out.scenario(
        TIMESTAMP_FORM,
        "signer",
        "The timestamp that a signer writes names the time, in the scheme's form",
        "Given a call of the first resource",
        "When it is signed",
        "Then the timestamp sent is the time");
    out.scenario(
        TIMESTAMP_FORM,
        "signer",
        "The timestamp of the last evening of a year names the time",
        "Given the time is " + LAST_EVENING,
        "When it is signed",
        "Then the timestamp sent is the time");
    out.scenario(
        TIMESTAMP_FORM,
        "signer",
        "The timestamp of an early morning at the beginning of a month names the time",
        "Given the time is " + EARLY_MORNING,
        "When it is signed",
        "Then the timestamp sent is the time");
  }

  /** Whoever takes the day off a clock of another zone, or of his own, is a day off at times. */
  private void day() {
    for (Instant time : List.of(LAST_EVENING, EARLY_MORNING)) {
      out.scenario(
          TIMESTAMP_FORM,
          "signer",
          "What is signed at " + time + " has the day that it is in UTC",
          "Given the time is " + time,
          "When it is signed",
          "Then the reference verifier accepts it");
      out.scenario(
          TIMESTAMP_FORM,
          "verifier",
          "The day of a request that is signed at " + time + " is that in UTC",
          "Given the time is " + time,
          "And a signed request",
          "Then it is accepted");
    }
    out.changed(
        TIMESTAMP_FORM,
        "The day of a request is that of its timestamp, though the next has begun",
        List.of("Given the time is " + MIDNIGHT),
        "it was signed 0:01 ago",
        "accepted");
    out.changed(
        TIMESTAMP_FORM,
        "A request that is signed for another day than that of its timestamp is refused",
        List.of(),
        "it is signed with the deviation \"day-of-other-time\"",
        Gherkin.rejectedAs(rules.sendsDay() ? "ambiguous-request" : "signature-mismatch"));
  }

  private void refused(String what, String change, String reason) {
    refused(TIMESTAMP_FORM, what, change, reason);
  }

  private void refused(DerivedRequirement requirement, String what, String change, String reason) {
    out.changed(
        requirement,
        "A timestamp that " + what + " is refused",
        List.of(),
        change,
        Gherkin.rejectedAs(reason));
  }

  /** Minutes and seconds, as the steps read them. */
  private static String words(Duration duration) {
    return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
