package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import io.countersign.verify.SentFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a request in every way in which its sender may have meant it. */
final class Readings {
  private static final Duration MOST_UNSENT = Duration.ofMinutes(15);

  private final SignerCatalogue catalogue;
  private final Credentials credentials;
  private final SigningRules rules;
  private final Instant now;
  private final SentDigests digests;
  private final List<Root> roots = new ArrayList<>();
  private final Set<Root.Reading> seen = new HashSet<>();

  private Readings(
      SignerCatalogue catalogue,
      SigningRules rules,
      Credentials credentials,
      HttpRequest request,
      Instant now) {
    this.catalogue = catalogue;
    this.rules = rules;
    this.credentials = credentials;
    this.now = now;
    this.digests = new SentDigests(request, credentials);
  }

  /** The readings in which the request carries a signature, the likeliest first. */
  static List<Root> of(
      SignerCatalogue catalogue,
      SigningRules rules,
      Credentials credentials,
      HttpRequest request,
      Instant now) {
    Readings readings = new Readings(catalogue, rules, credentials, request, now);
    readings.under(rules, request, List.of());
    for (Variation<SigningRules> profile : catalogue.profiles()) {
      readings.under(profile.first(), request, List.of(profile.about()));
    }
    readings.asSent(rules, request);
    readings.roots.sort(Comparator.comparingInt(Root::least).thenComparingInt(Root::rank));
    return readings.roots;
  }

  private void under(SigningRules rules, HttpRequest request, List<Deviation> so) {
    placed(rules, request, so, 0, 2);
    for (Variation<Transport> transport : catalogue.transports()) {
      for (Transport form : transport.forms()) {
        for (HttpRequest before : form.back().apply(rules, request)) {
          if (!before.equals(request)) {
            Deviation seen = TransportDeviations.seen(transport.about(), before, request);
            read(rules, before, with(so, seen));
          }
        }
      }
    }
    for (HttpRequest meant : SecondQuestionMark.mended(rules, request)) {
      // It may have been signed as it is sent.
      read(rules, meant, request, with(so, SecondQuestionMark.PUT));
    }
  }

  private void placed(
      SigningRules rules, HttpRequest request, List<Deviation> so, int from, int more) {
    read(rules, request, so);
    for (int i = from; more > 0 && i < catalogue.placements().size(); i++) {
      Variation<PlacementChange> placement = catalogue.placements().get(i);
      for (SigningRules changed : placement.first().readings(rules, request)) {
        if (changed.digest().equals(rules.digest()) || digests.fits(changed)) {
          placed(changed, request, with(so, placement.about()), i + 1, more - 1);
        }
      }
    }
  }

  /** Where the fields are known by what they say; only what is not read so already. */
  private void asSent(SigningRules rules, HttpRequest request) {
    for (SigningRules other : AsSent.of(rules, credentials, request, this::isTimestamp)) {
      read(other, request, List.of(SentWords.of(rules, other)));
    }
  }

  private boolean isTimestamp(String text) {
    return rules.timestamp().flatMap(rule -> rule.format().parse(text)).isPresent()
        || catalogue.timeForms().stream()
            .flatMap(one -> one.forms().stream())
            .anyMatch(one -> one.read().apply(text).isPresent());
  }

  private void read(SigningRules rules, HttpRequest request, List<Deviation> so) {
    read(rules, request, request, so);
  }

  /**
   * @param request that the fields are read from
   * @param message that was signed, but for the signature
   */
  private void read(
      SigningRules rules, HttpRequest request, HttpRequest message, List<Deviation> so) {
    SentFields fields = SentFields.read(rules, request);
    Optional<String> signature = fields.value(SigningRules.SIGNATURE);
    if (signature.isEmpty()) {
      return;
    }
    for (SentDigests.Taken digest : digests.taken(rules, fields)) {
      List<Deviation> deviations = new ArrayList<>(so);
      deviations.addAll(digest.deviations());
      signed(digest.rules(), fields, message, signature.get(), deviations);
    }
  }

  private void signed(
      SigningRules rules,
      SentFields fields,
      HttpRequest request,
      String signature,
      List<Deviation> so) {
    List<Deviation> deviations = new ArrayList<>(so);
    Credentials sent = credentials;
    for (String keyId : Omissions.keyIds(rules)) {
      Optional<String> value = fields.value(keyId);
      if (value.isEmpty()) {
        deviations.add(Omissions.of(keyId));
      } else if (!value.get().equals(credentials.text(keyId))) {
        deviations.add(other(keyId));
        sent = sent.withText(keyId, value.get());
      }
    }
    HttpRequest message = SentPlacements.unsigned(rules, request);
    if (SentFields.read(rules, message).value(SigningRules.SIGNATURE).isPresent()) {
      return; // It carries two, and no verifier knows which is meant.
    }
    timed(rules, fields, new Root.Reading(deviations, rules, message, sent, signature, "", ""));
    otherUser(rules, message, signature, so);
  }

  private static Deviation other(String field) {
    return new Deviation(
        "other-key-id",
        Affects.PLACEMENT,
        Optional.of(Aspect.Kind.CREDENTIAL),
        6,
        "The request names another " + field + " than the credentials that were given.",
        "Send the " + field + " that belongs to the secret.");
  }

  /** A password's key id stands inside it. */
  private void otherUser(SigningRules rules, HttpRequest message, String pair, List<Deviation> so) {
    if (!(rules.proof() instanceof Proof.Password password)) {
      return;
    }
    try {
      String text = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
      String user = text.substring(0, Math.max(0, text.indexOf(':')));
      if (!user.isEmpty() && !user.equals(credentials.text(password.userField()))) {
        Credentials sent = credentials.withText(password.userField(), user);
        add(
            new Root.Reading(
                with(so, other(password.userField())), rules, message, sent, pair, "", ""),
            List.of(List.of()),
            false);
      }
    } catch (IllegalArgumentException e) {
      // No base64: other deviations are about that.
    }
  }

  private void timed(SigningRules rules, SentFields fields, Root.Reading reading) {
    Optional<String> text = fields.value(SigningRules.TIMESTAMP);
    if (rules.timestamp().isEmpty()) {
      add(reading, List.of(List.of()), false);
    } else if (text.isPresent()) {
      dated(rules, fields, text.get(), reading);
    } else {
      untimed(rules, fields, reading);
    }
  }

  /** With each day that may have been signed with the timestamp. */
  private void dated(
      SigningRules rules, SentFields fields, String timestamp, Root.Reading reading) {
    TimestampRule rule = rules.timestamp().get();
    List<List<Deviation>> clocks = clocks(rule, timestamp);
    for (DayDeviations.Taken taken : days(rules, fields, timestamp)) {
      List<Deviation> deviations = new ArrayList<>(reading.deviations());
      deviations.addAll(taken.deviations());
      add(at(reading, deviations, timestamp, taken.day()), clocks, false);
    }
  }

  private List<DayDeviations.Taken> days(SigningRules rules, SentFields fields, String timestamp) {
    if (!rules.usesDay()) {
      return List.of(new DayDeviations.Taken("", List.of()));
    }
    TimestampRule rule = rules.timestamp().get();
    Optional<Instant> time =
        rule.format()
            .parse(timestamp)
            .or(
                () ->
                    catalogue.timeForms().stream()
                        .flatMap(one -> one.forms().stream())
                        .flatMap(form -> form.read().apply(timestamp).stream())
                        .findFirst());
    return rules.sendsDay()
        ? DayDeviations.sent(rule, fields.value(SigningRules.DAY), time)
        : DayDeviations.unsent(rule, time);
  }

  /** A timestamp that was signed and not sent can be found, if it is of these minutes. */
  private void untimed(SigningRules rules, SentFields fields, Root.Reading reading) {
    TimestampRule rule = rules.timestamp().get();
    List<List<Deviation>> missing = List.of(List.of(Omissions.TIMESTAMP));
    add(reading, missing, false);
    boolean plain = reading.deviations().isEmpty();
    long most = plain ? MOST_UNSENT.toSeconds() : 0;
    for (long seconds = -most; seconds <= most; seconds++) {
      Instant time = now.plusSeconds(seconds);
      String day = fields.value(SigningRules.DAY).orElseGet(() -> rules.day("", time));
      add(at(reading, reading.deviations(), rule.format().format(time), day), missing, true);
    }
  }

  /** What may be wrong with a timestamp: nothing, its form, its clock, or both. */
  private List<List<Deviation>> clocks(TimestampRule rule, String text) {
    Optional<Instant> time = rule.format().parse(text);
    if (time.isPresent()) {
      return ClockFindings.isFresh(rule, time.get(), now)
          ? List.of(List.of())
          : ClockFindings.of(time.get(), now).stream().map(List::of).toList();
    }
    List<List<Deviation>> fresh = new ArrayList<>();
    List<List<Deviation>> others = new ArrayList<>();
    for (Variation<TimeForm> form : catalogue.timeForms()) {
      List<Instant> times =
          form.forms().stream().flatMap(one -> one.read().apply(text).stream()).toList();
      if (times.stream().anyMatch(one -> ClockFindings.isFresh(rule, one, now))) {
        fresh.add(List.of(form.about()));
      } else if (!times.isEmpty()) {
        ClockFindings.of(times.get(0), now)
            .forEach(clock -> others.add(List.of(form.about(), clock)));
      }
    }
    if (!fresh.isEmpty()) {
      return fresh;
    }
    return others.isEmpty() ? List.of(List.of(TimestampDeviations.UNKNOWN_FORM)) : others;
  }

  private void add(Root.Reading reading, List<List<Deviation>> clocks, boolean isFinal) {
    if (seen.add(reading)) {
      roots.add(new Root(reading, clocks, isFinal));
    }
  }

  private static Root.Reading at(
      Root.Reading reading, List<Deviation> deviations, String timestamp, String day) {
    return new Root.Reading(
        deviations,
        reading.rules(),
        reading.message(),
        reading.credentials(),
        reading.signature(),
        timestamp,
        day);
  }

  private static List<Deviation> with(List<Deviation> deviations, Deviation another) {
    List<Deviation> more = new ArrayList<>(deviations);
    more.add(another);
    return List.copyOf(more);
  }
}
