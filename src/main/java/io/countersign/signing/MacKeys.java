package io.countersign.signing;

import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Derivation;
import io.countersign.scheme.Proof;
import java.util.List;

/** The bytes that key MACs. They are secret: nothing but a MAC may be given them. */
public final class MacKeys {
  private MacKeys() {}

  /**
   * The key of one party on one day.
   *
   * @param day as the scheme writes days; does not matter where no key is derived
   * @throws io.countersign.document.InputException if the secret is not in the encoding of a key
   */
  public static byte[] of(Proof.Mac mac, Credentials credentials, String day) {
    byte[] secret = credentials.secret(mac.secretField()).key(mac.keyEncoding());
    Derivation derivation = mac.derivation().orElse(null);
    return derivation == null
        ? secret
        : derived(mac.algorithm(), derivation.firstKey(secret), derivation.texts(credentials, day));
  }

  /** The last of some MACs, each keyed with the one before it. */
  public static byte[] derived(Algorithm algorithm, byte[] first, List<String> messages) {
    byte[] key = first;
    for (String message : messages) {
      key = KeyedMac.of(algorithm, key).compute(Octets.of(message));
    }
    return key;
  }
}
