package io.countersign.explain;

import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a signer signs, right or wrong, step by step.
 *
 * @param rules parts of the string to sign and placements
 * @param omitted the fields that it does not send
 * @param time how it writes its clock
 * @param key how it makes the key of the secret
 * @param mac which function it computes
 * @param text how it writes the result
 * @param transport what becomes of the request on its way
 */
record Procedure(
    SigningRules rules,
    Set<String> omitted,
    TimeForm time,
    KeyStep key,
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
        (due, credentials) -> Optional.of(due),
        MacStep.of(rules.proof()),
        TextForm.of(EncodingDeviations.encoding(rules.proof())),
        Transport.DIRECT);
  }

  Procedure withRules(SigningRules other) {
    return new Procedure(other, omitted, time, key, mac, text, transport);
  }

  Procedure withStringToSign(List<Part> parts) {
    return withRules(rules.withStringToSign(parts));
  }

  Procedure withOmitted(Set<String> fields) {
    return new Procedure(rules, fields, time, key, mac, text, transport);
  }

  Procedure withTime(TimeForm other) {
    return new Procedure(rules, omitted, other, key, mac, text, transport);
  }

  Procedure withKey(KeyStep other) {
    return new Procedure(rules, omitted, time, other, mac, text, transport);
  }

  Procedure withMac(MacStep other) {
    return new Procedure(rules, omitted, time, key, other, text, transport);
  }

  Procedure withText(TextForm other) {
    return new Procedure(rules, omitted, time, key, mac, other, transport);
  }

  Procedure withTransport(Transport other) {
    return new Procedure(rules, omitted, time, key, mac, text, other);
  }
}
