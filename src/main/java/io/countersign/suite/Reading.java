package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a scheme is read where its documentation leaves more than one way open: whether a port
 * belongs to the host that is signed.
 *
 * @param rules the scheme's, with that one way
 * @param words as in {@code the host without its port}; empty where only one way is open
 */
record Reading(SigningRules rules, String words) {
  /** Every way; the first is the one that a signer writes. */
  static List<Reading> of(SigningRules rules) {
    List<List<Part>> all = rules.readings();
    return all.size() == 1
        ? List.of(new Reading(rules, ""))
        : all.stream().map(parts -> of(rules, parts)).toList();
  }

  private static Reading of(SigningRules rules, List<Part> parts) {
    String words =
        parts.stream()
            .filter(part -> !rules.stringToSign().contains(part))
            .map(Part::reading)
            .collect(Collectors.joining(", "));
    return new Reading(rules.withStringToSign(parts), words);
  }

  /** The way in which a request was signed; nothing where it is right in more than one. */
  static Optional<Reading> of(HttpRequest signed, Setting setting, Profile profile, Instant time) {
    List<Reading> all = of(setting.rules());
    List<Reading> right =
        all.stream().filter(reading -> reading.fits(signed, setting, profile, time)).toList();
    return all.size() > 1 && right.size() == 1 ? Optional.of(right.get(0)) : Optional.empty();
  }

  private boolean fits(HttpRequest signed, Setting setting, Profile profile, Instant time) {
    return Verifier.of(in(setting.scheme(), profile), profile, setting.credentials())
        .verify(signed, time)
        .isAccepted();
  }

  /** The scheme, read so. */
  Scheme in(Scheme scheme, Profile profile) {
    return scheme.withRules(profile, rules);
  }
}
