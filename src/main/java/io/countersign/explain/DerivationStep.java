package io.countersign.explain;

import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Derivation;
import io.countersign.scheme.Proof;
import io.countersign.signing.MacKeys;
import java.util.Optional;

/** How the key is derived from a secret. */
@FunctionalInterface
interface DerivationStep {
  /**
   * When a request is signed.
   *
   * @param timestamp as it is sent; empty where that is not known
   * @param day as the scheme writes days
   */
  record Moment(String timestamp, String day) {}

  /**
   * @param secret the secret's bytes, right or wrong
   * @return the key, or nothing where this cannot be done at this time
   */
  Optional<byte[]> key(byte[] secret, Credentials credentials, Moment moment);

  /** The scheme's own: the secret's bytes themselves where it derives no key. */
  static DerivationStep of(Proof proof) {
    if (!(proof instanceof Proof.Mac mac) || mac.derivation().isEmpty()) {
      return (secret, credentials, moment) -> Optional.of(secret);
    }
    return by(mac.algorithm(), mac.derivation().get());
  }

  static DerivationStep by(Algorithm algorithm, Derivation derivation) {
    return (secret, credentials, moment) -> {
      byte[] first = MacStep.padded(derivation.firstKey(secret));
      return Optional.of(
          MacKeys.derived(algorithm, first, derivation.texts(credentials, moment.day())));
    };
  }
}
