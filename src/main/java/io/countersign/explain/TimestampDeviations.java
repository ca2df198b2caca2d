package io.countersign.explain;

import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampFormat;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Timestamps in a wrong form, or of a wrong clock. */
final class TimestampDeviations {
  /** Whatever the form: said when no form is known that the text is of. */
  static final Deviation UNKNOWN_FORM =
      new Deviation(
          "timestamp-in-unknown-form",
          Affects.TIMESTAMP,
          Optional.of(Aspect.Kind.TIMESTAMP),
          90,
          "The timestamp is of none of the known forms.",
          "Write the timestamp exactly as the scheme has it.");

  private static final ZoneOffset EAST = ZoneOffset.ofHours(2);
  private static final ZoneOffset WEST = ZoneOffset.ofHours(-5);
  private static final String ISO = "uuuu-MM-dd'T'HH:mm:ss";

  private final TimestampRule rule;
  private final Shelf<TimeForm> forms = new Shelf<>(Affects.TIMESTAMP);

  private TimestampDeviations(TimestampRule rule) {
    this.rule = rule;
  }

  /** Clocks that are wrong, for a signer to have; the search measures the clock instead. */
  static Shelf<TimeForm> clocks(SigningRules rules) {
    Shelf<TimeForm> shelf = new Shelf<>(Affects.TIMESTAMP);
    rules
        .timestamp()
        .ifPresent(
            rule -> {
              Duration window = rule.maxAge().orElse(Duration.ofHours(1));
              clock(shelf, rule, ClockFindings.LOCAL_BEHIND, time -> time.minusSeconds(5 * 3600));
              clock(shelf, rule, ClockFindings.LOCAL_AHEAD, time -> time.plusSeconds(2 * 3600));
              Duration late = window.plusSeconds(437);
              clock(shelf, rule, ClockFindings.BEHIND, time -> time.minus(late));
              Duration early = rule.maxAhead().orElse(Duration.ZERO).plusSeconds(203);
              clock(shelf, rule, ClockFindings.AHEAD, time -> time.plus(early));
              clock(shelf, rule, ClockFindings.TWELVE_HOURS, TimestampDeviations::twelveHours);
              clock(shelf, rule, ClockFindings.WEEK_YEAR, TimestampDeviations::weekYear);
              clock(shelf, rule, ClockFindings.DAYS, time -> time.minus(Duration.ofDays(1)));
            });
    return shelf;
  }

  private static void clock(
      Shelf<TimeForm> shelf, TimestampRule rule, Deviation about, UnaryOperator<Instant> clock) {
    shelf.add(
        about.id(),
        about.rank(),
        about.aspect(),
        about.title(),
        about.fix(),
        List.of(
            new TimeForm(time -> rule.format().format(clock.apply(time)), rule.format()::parse)));
  }

  private static Instant twelveHours(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getHour() >= 13 ? time.minus(Duration.ofHours(12)) : time;
  }

  private static Instant weekYear(Instant time) {
    int year = time.atOffset(ZoneOffset.UTC).get(IsoFields.WEEK_BASED_YEAR);
    return time.atOffset(ZoneOffset.UTC).withYear(year).toInstant();
  }

  static Shelf<TimeForm> forms(SigningRules rules) {
    if (rules.timestamp().isEmpty()) {
      return new Shelf<>(Affects.TIMESTAMP);
    }
    TimestampDeviations deviations = new TimestampDeviations(rules.timestamp().get());
    deviations.iso();
    deviations.numbers();
    deviations.mail();
    deviations.days();
    return deviations.forms;
  }

  private void iso() {
    add(
        "with-zone",
        3,
        "with a zone (Z or an offset)",
        TimeForms.pattern(ISO + "'Z'"),
        TimeForms.zoned(ISO + "xxx", EAST),
        TimeForms.zoned(ISO + "xxx", ZoneOffset.UTC),
        TimeForms.zoned(ISO + "xx", EAST));
    add("without-zone", 2, "without a zone", TimeForms.pattern(ISO));
    add(
        "with-milliseconds",
        4,
        "with fractions of a second",
        TimeForms.pattern(ISO + ".SSS"),
        TimeForms.pattern(ISO + ".SSS'Z'"),
        TimeForms.pattern(ISO + ".SSSSSS"),
        TimeForms.pattern(ISO + ".SSSSSSSSS"),
        TimeForms.pattern(ISO + ".SSSSSS'Z'"));
    add(
        "with-space",
        5,
        "with a space between date and time",
        TimeForms.pattern("uuuu-MM-dd HH:mm:ss"),
        TimeForms.pattern("uuuu-MM-dd HH:mm:ss'Z'"),
        TimeForms.pattern("uuuu-MM-dd HH:mm:ss 'UTC'"),
        TimeForms.zoned("uuuu-MM-dd HH:mm:ss xx", ZoneOffset.UTC),
        TimeForms.zoned("uuuu-MM-dd HH:mm:ssxxx", ZoneOffset.UTC));
    add(
        "in-basic-form",
        11,
        "in the basic form of ISO 8601",
        TimeForms.pattern("uuuuMMdd'T'HHmmss'Z'"),
        TimeForms.pattern("uuuuMMdd'T'HHmmss"),
        TimeForms.pattern("uuuuMMddHHmmss"));
    add(
        "without-seconds",
        13,
        "without seconds",
        TimeForms.pattern("uuuu-MM-dd'T'HH:mm"),
        TimeForms.pattern("uuuu-MM-dd'T'HH:mm'Z'"));
    add(
        "in-lower-case",
        17,
        "in lower case",
        TimeForms.pattern("uuuu-MM-dd't'HH:mm:ss'z'"),
        TimeForms.pattern("uuuu-MM-dd't'HH:mm:ss"));
    add(
        "with-slashes",
        15,
        "with slashes in the date",
        TimeForms.pattern("MM/dd/uuuu HH:mm:ss"),
        TimeForms.pattern("dd/MM/uuuu HH:mm:ss"),
        TimeForms.pattern("uuuu/MM/dd HH:mm:ss"));
    add(
        "percent-encoded",
        9,
        "percent-encoded",
        TimeForms.changed(TimeForm.of(rule.format()), Percent::encode, Percent::decode));
  }

  private void numbers() {
    add("in-seconds", 6, "in seconds since 1970", TimeForms.number(1, 10));
    add("in-milliseconds", 7, "in milliseconds since 1970", TimeForms.number(1000, 13));
    add("in-microseconds", 19, "in microseconds since 1970", TimeForms.number(1_000_000, 16));
  }

  private void mail() {
    String day = "EEE, dd MMM uuuu HH:mm:ss ";
    add("as-rfc-1123", 8, "as in an HTTP Date header", TimeForms.pattern(day + "'GMT'"));
    add(
        "with-utc-for-gmt",
        10,
        "with UTC where GMT is due",
        TimeForms.pattern(day + "'UTC'"),
        TimeForms.pattern(day + "'Z'"));
    add(
        "with-offset-for-gmt",
        9,
        "with an offset where GMT is due",
        TimeForms.zoned(day + "xx", ZoneOffset.UTC),
        TimeForms.zoned(day + "xx", EAST),
        TimeForms.zoned(day + "xx", WEST));
    add(
        "as-rfc-850",
        18,
        "in the obsolete form of RFC 850",
        TimeForms.pattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"));
    add(
        "as-asctime",
        16,
        "in the form of C's asctime",
        TimeForms.pattern("EEE MMM ppd HH:mm:ss uuuu"));
    add(
        "without-weekday",
        14,
        "without the day of the week",
        TimeForms.pattern("dd MMM uuuu HH:mm:ss 'GMT'"));
  }

  private void days() {
    List<TimeForm> languages =
        Stream.of(Locale.GERMAN, Locale.FRENCH, new Locale("es"), new Locale("nl"), Locale.ITALIAN)
            .map(language -> TimeForms.pattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", language))
            .toList();
    add(
        "in-local-language",
        12,
        "with names in another language than English",
        languages.toArray(TimeForm[]::new));
    add(
        "with-one-digit-day",
        12,
        "with one digit for the day",
        TimeForms.pattern("EEE, d MMM uuuu HH:mm:ss 'GMT'"),
        TimeForms.pattern("uuuu-M-d'T'HH:mm:ss"));
  }

  /** Adds a form that the scheme does not take as it is. */
  private void add(String id, int rank, String how, TimeForm... all) {
    TimestampFormat due = rule.format();
    Instant example = Instant.parse("2014-09-03T17:23:04.567Z");
    List<TimeForm> wrong =
        Stream.of(all)
            .filter(form -> due.parse(form.write().apply(example)).isEmpty())
            .filter(form -> !form.write().apply(example).equals(due.format(example)))
            .toList();
    if (!wrong.isEmpty() && isKin(due, id)) {
      forms.add(
          "timestamp-" + id,
          rank,
          Optional.of(Aspect.Kind.TIMESTAMP),
          "The timestamp was written " + how + ".",
          "Write the time in UTC like " + due.format(example) + ".",
          wrong);
    }
  }

  /** Small slips happen to those who write the right kind of form. */
  private static boolean isKin(TimestampFormat due, String id) {
    boolean mail = due == TimestampFormat.RFC_1123;
    boolean mailSlip =
        List.of("with-utc-for-gmt", "with-offset-for-gmt", "in-local-language", "without-weekday")
            .contains(id);
    return mail || !mailSlip;
  }
}
