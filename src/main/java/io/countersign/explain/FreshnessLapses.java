package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampFormat;
import io.countersign.scheme.TimestampRule;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Freshness that is not looked at, or not rightly. */
final class FreshnessLapses {
  private final RightVerifier right;
  private final TimestampRule rule;
  private final CheckShelf shelf;

  private FreshnessLapses(RightVerifier right, TimestampRule rule, CheckShelf shelf) {
    this.right = right;
    this.rule = rule;
    this.shelf = shelf;
  }

  static void addTo(CheckShelf shelf, RightVerifier right, SignerCatalogue signers) {
    right
        .rules()
        .timestamp()
        .ifPresent(
            rule -> {
              FreshnessLapses lapses = new FreshnessLapses(right, rule, shelf);
              rule.maxAge().ifPresent(lapses::ages);
              rule.maxAhead().ifPresent(lapses::future);
              lapses.clocks();
              lapses.forms(signers);
            });
  }

  private void ages(Duration due) {
    add(
        "expiry-not-checked",
        1,
        "An old timestamp is accepted.",
        "Refuse a timestamp that is older than the freshness window.",
        aged(age -> Optional.empty()));
    shelf.add(
        "expiry-not-checked-again",
        8,
        Optional.of(Aspect.Kind.TIMESTAMP),
        "A request that was accepted once is accepted for ever.",
        "Look at the timestamp each time, also of a request that was accepted before.",
        this::remembering);
    add(
        "window-in-larger-unit",
        8,
        "The freshness window is sixty times too long.",
        "Mind the unit of the window.",
        aged(age -> age.map(one -> one.multipliedBy(60))));
    add(
        "window-in-smaller-unit",
        9,
        "The freshness window is sixty times too short.",
        "Mind the unit of the window.",
        aged(age -> age.map(one -> one.dividedBy(60))));
    add(
        "window-doubled",
        10,
        "The freshness window is twice as long.",
        "Refuse a timestamp that is older than the freshness window.",
        aged(age -> age.map(one -> one.multipliedBy(2))));
    add(
        "window-exclusive",
        7,
        "A timestamp that is exactly as old as it may be is refused.",
        "Accept the end of the window.",
        aged(age -> age.map(one -> one.minusNanos(1))));
    add(
        "age-in-whole-minutes",
        6,
        "The age is compared in whole minutes.",
        "Compare the age to the second.",
        aged(age -> age.map(one -> one.plusSeconds(59))));
    add(
        "window-a-second-longer",
        12,
        "A timestamp a second older than it may be is accepted.",
        "Refuse what is older than the window.",
        aged(age -> age.map(one -> one.plusSeconds(1))));
    if (due.compareTo(Duration.ofDays(1)) < 0) {
      add(
          "age-without-days",
          12,
          "The age is that of the time of day, whatever the date.",
          "Compare whole times.",
          withoutDays());
    }
  }

  /** As who subtracts one time of day from the other. */
  private LooseVerifier withoutDays() {
    return (credentials, request, now) -> {
      long days =
          sent(request)
              .flatMap(rule.format()::parse)
              .map(time -> Duration.between(time, now).toDays())
              .orElse(0L);
      return right.due(credentials, request, now.minus(Duration.ofDays(Math.max(days, 0))));
    };
  }

  /** As a cache of verdicts does that forgets nothing. */
  private LooseVerifier remembering() {
    Set<Accepted> accepted = ConcurrentHashMap.newKeySet();
    return (credentials, request, now) -> {
      Verdict due = right.due(credentials, request, now);
      Accepted one = new Accepted(request, credentials);
      if (due.isAccepted()) {
        accepted.add(one);
        return due;
      }
      boolean expired =
          due instanceof Verdict.Rejected rejected && rejected.reason() == Reason.EXPIRED_TIMESTAMP;
      return expired && accepted.contains(one) ? new Verdict.Accepted(Octets.EMPTY) : due;
    };
  }

  private record Accepted(HttpRequest request, Credentials credentials) {}

  private void future(Duration due) {
    boolean skewed = !due.isZero();
    add(
        "future-accepted",
        2,
        skewed
            ? "A timestamp of any future is accepted."
            : "A timestamp in the future is accepted.",
        skewed
            ? "Refuse a timestamp that is further ahead of the verifier's clock than it may be."
            : "Refuse a timestamp that is ahead of the verifier's clock.",
        by(rule.withMaxAhead(Optional.empty())));
    if (skewed) {
      skew(due);
    }
  }

  private void skew(Duration due) {
    add(
        "future-refused",
        13,
        "A timestamp in the future is refused.",
        "Accept a timestamp that is ahead of the verifier's clock by no more than it may be.",
        ahead(Duration.ZERO));
    add(
        "skew-doubled",
        14,
        "A timestamp may be twice as far in the future.",
        "Refuse a timestamp that is further ahead of the verifier's clock than it may be.",
        ahead(due.multipliedBy(2)));
    add(
        "skew-exclusive",
        15,
        "A timestamp that is exactly as far in the future as it may be is refused.",
        "Accept the end of the allowed clock skew.",
        ahead(due.minusNanos(1)));
    add(
        "skew-a-second-longer",
        16,
        "A timestamp a second further in the future than it may be is accepted.",
        "Refuse what is further ahead than the allowed clock skew.",
        ahead(due.plusSeconds(1)));
  }

  private void clocks() {
    if (rule.maxAge().isPresent()) {
      add(
          "clock-of-zone-ahead",
          4,
          "The verifier's clock is local time, ahead of UTC.",
          "Compare times in UTC.",
          shifted(Duration.ofHours(2)));
      add(
          "clock-of-zone-behind",
          5,
          "The verifier's clock is local time, behind UTC.",
          "Compare times in UTC.",
          shifted(Duration.ofHours(-5)));
    }
  }

  private void forms(SignerCatalogue signers) {
    Procedure due = Procedure.of(right.rules());
    RightVerifier.Acceptance fits =
        (credentials, request, now) -> right.fits(due, credentials, request, now);
    add(
        "timestamp-not-required",
        3,
        "A request without a timestamp is accepted.",
        "Refuse a request without a timestamp.",
        right.accepting(List.of(Reason.MISSING_TIMESTAMP), fits));
    add(
        "malformed-timestamp-accepted",
        4,
        "A timestamp that cannot be read counts as fresh.",
        "Refuse a timestamp that is not of the scheme's form.",
        right.accepting(List.of(Reason.MALFORMED_TIMESTAMP), fits));
    add(
        "timestamp-in-any-form",
        6,
        "Timestamps of other forms than the scheme's are accepted.",
        "Read the scheme's form and no other.",
        right.accepting(
            List.of(Reason.MALFORMED_TIMESTAMP),
            (credentials, request, now) ->
                sent(request).filter(text -> isFresh(text, now, signers)).isPresent()
                    && fits.accepts(credentials, request, now)));
    if (rule.format().isReadFreely()) {
      add(
          "timestamp-in-one-form-only",
          11,
          "Timestamps of other zones or with fractions are refused.",
          "Read every form that the scheme allows.",
          (credentials, request, now) ->
              sent(request).stream().allMatch(text -> text.equals(again(text)))
                  ? right.due(credentials, request, now)
                  : new Verdict.Rejected(Reason.MALFORMED_TIMESTAMP, "not of the one form"));
    }
    if (rule.format() == TimestampFormat.ISO_8601_OFFSET) {
      add(
          "offset-not-read",
          11,
          "The offset of a timestamp is not looked at.",
          "Compare times in UTC.",
          (credentials, request, now) ->
              right.due(credentials, request, now.minus(offset(sent(request).orElse("")))));
    }
  }

  /** By how much who overlooks it takes a time for a later one. */
  private Duration offset(String text) {
    return rule.format()
        .parse(text)
        .flatMap(
            time ->
                rule.format()
                    .parse(text.replaceFirst("[+-]\\d\\d:?\\d\\d$", "Z"))
                    .map(misread -> Duration.between(time, misread)))
        .orElse(Duration.ZERO);
  }

  private Optional<String> sent(HttpRequest request) {
    return SentFields.read(right.rules(), request).value(SigningRules.TIMESTAMP);
  }

  private String again(String text) {
    return rule.format().parse(text).map(rule.format()::format).orElse(text);
  }

  private boolean isFresh(String text, Instant now, SignerCatalogue signers) {
    return signers.timeForms().stream()
        .flatMap(one -> one.forms().stream())
        .flatMap(form -> form.read().apply(text).stream())
        .anyMatch(time -> ClockFindings.isFresh(rule, time, now));
  }

  private LooseVerifier aged(UnaryOperator<Optional<Duration>> change) {
    return by(rule.withMaxAge(change.apply(rule.maxAge())));
  }

  private LooseVerifier ahead(Duration changed) {
    return by(rule.withMaxAhead(Optional.of(changed)));
  }

  private LooseVerifier by(TimestampRule changed) {
    return right.by(rules -> rules.withTimestamp(Optional.of(changed)));
  }

  private LooseVerifier shifted(Duration by) {
    return (credentials, request, now) -> right.due(credentials, request, now.plus(by));
  }

  private void add(String id, int rank, String title, String fix, LooseVerifier verifier) {
    shelf.add(id, rank, Aspect.Kind.TIMESTAMP, title, fix, verifier);
  }
}
