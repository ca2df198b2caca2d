package io.countersign.explain;

import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a signer signs, right or wrong, step by step.
 *
 * @param rules parts of the string to sign and placements
 * @param omitted the fields that it does not send
 * @param time how it writes its clock
 * @param day the day that it takes the time of its timestamp for; empty where there is none
 * @param key which bytes it takes for the secret
 * @param derivation how it derives the key from those
 * @param mac which function it computes
 * @param text how it writes the result
 * @param transport what becomes of the request on its way
 */
record Procedure(
    SigningRules rules,
    Set<String> omitted,
    TimeForm time,
    Function<Instant, String> day,
    KeyStep key,
    DerivationStep derivation,
    MacStep mac,
    TextForm text,
    Transport transport) {

  /** The scheme's own. */
  static Procedure of(SigningRules rules) {
    return new Procedure(
        rules,
        Set.of(),
        rules
            .timestamp()
            .map(rule -> TimeForm.of(rule.format()))
            .orElse(new TimeForm(time -> "", text -> Optional.empty())),
        time -> rules.day("", time),
        (due, credentials) -> Optional.of(due),
        DerivationStep.of(rules.proof()),
        MacStep.of(rules.proof()),
        TextForm.of(EncodingDeviations.encoding(rules.proof())),
        Transport.DIRECT);
  }

  Procedure withRules(SigningRules other) {
    return new Procedure(other, omitted, time, day, key, derivation, mac, text, transport);
  }

  Procedure withStringToSign(List<Part> parts) {
    return withRules(rules.withStringToSign(parts));
  }

  Procedure withOmitted(Set<String> fields) {
    return new Procedure(rules, fields, time, day, key, derivation, mac, text, transport);
  }

  Procedure withTime(TimeForm other) {
    return new Procedure(rules, omitted, other, day, key, derivation, mac, text, transport);
  }

  Procedure withKey(KeyStep other) {
    return new Procedure(rules, omitted, time, day, other, derivation, mac, text, transport);
  }

  Procedure withDay(Function<Instant, String> other) {
    return new Procedure(rules, omitted, time, other, key, derivation, mac, text, transport);
  }

  Procedure withDerivation(DerivationStep other) {
    return new Procedure(rules, omitted, time, day, key, other, mac, text, transport);
  }

  Procedure withMac(MacStep other) {
    return new Procedure(rules, omitted, time, day, key, derivation, other, text, transport);
  }

  Procedure withText(TextForm other) {
    return new Procedure(rules, omitted, time, day, key, derivation, mac, other, transport);
  }

  Procedure withTransport(Transport other) {
    return new Procedure(rules, omitted, time, day, key, derivation, mac, text, other);
  }
}
