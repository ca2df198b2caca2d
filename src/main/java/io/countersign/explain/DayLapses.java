package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A day that is not taken off the timestamp, or not compared with it. */
final class DayLapses {
  private final RightVerifier right;
  private final TimestampRule rule;
  private final CheckShelf shelf;

  private DayLapses(RightVerifier right, TimestampRule rule, CheckShelf shelf) {
    this.right = right;
    this.rule = rule;
    this.shelf = shelf;
  }

  static void addTo(CheckShelf shelf, RightVerifier right) {
    if (right.rules().usesDay()) {
      right.rules().timestamp().ifPresent(rule -> new DayLapses(right, rule, shelf).add());
    }
  }

  private void add() {
    taking(
        "day-of-own-clock",
        3,
        "The day is taken off the verifier's clock, and not off the timestamp.",
        (time, now) -> now);
    taking(
        "day-in-zone-ahead",
        4,
        "The day is that of local time, ahead of UTC.",
        (time, now) -> time.plus(Duration.ofHours(2)));
    taking(
        "day-in-zone-behind",
        5,
        "The day is that of local time, behind UTC.",
        (time, now) -> time.minus(Duration.ofHours(5)));
    if (right.rules().sendsDay()) {
      add(
          "day-taken-as-sent",
          2,
          "The day that is sent is used, and not compared with that of the timestamp.",
          right.accepting(
              List.of(Reason.AMBIGUOUS_REQUEST),
              (credentials, request, now) ->
                  isOther(SentFields.read(right.rules(), request))
                      && right.fits(Procedure.of(right.rules()), credentials, request, now)));
    }
  }

  private boolean isOther(SentFields sent) {
    Optional<String> day = sent.value(SigningRules.DAY);
    return day.isPresent() && !day.equals(sent.value(SigningRules.TIMESTAMP).flatMap(rule::dayOf));
  }

  /**
   * A verifier that takes another day for that of a request: it refuses what is signed rightly.
   *
   * @param other the time whose day it takes, of the timestamp's and its own
   */
  private void taking(
      String id, int rank, String title, BiFunction<Instant, Instant, Instant> other) {
    add(
        id,
        rank,
        title,
        (credentials, request, now) -> {
          Optional<Instant> time =
              SentFields.read(right.rules(), request)
                  .value(SigningRules.TIMESTAMP)
                  .flatMap(rule.format()::parse);
          boolean isSame =
              time.map(one -> rule.dayOf(one).equals(rule.dayOf(other.apply(one, now))))
                  .orElse(true);
          return isSame ? right.due(credentials, request, now) : RightVerifier.refused();
        });
  }

  private void add(String id, int rank, String title, LooseVerifier verifier) {
    shelf.add(
        id,
        rank,
        Aspect.Kind.DAY,
        title,
        "Take the day off the timestamp, in UTC, and refuse a request that says another.",
        verifier);
  }
}
