package io.countersign.signing;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;

/**
 * The keyed MAC of one party: one and the same for all its requests, or where its key is derived
 * from the day another for each day. May be shared between threads.
 */
public interface DailyMac {
  /**
   * @param day of the request, as the scheme writes days; does not matter where no key is derived
   */
  KeyedMac at(String day);

  /**
   * The MAC of a scheme, keyed with the secret that it is for.
   *
   * @throws io.countersign.document.InputException if the secret is not in the encoding of a key
   */
  static DailyMac of(Proof.Mac mac, Credentials credentials) {
    byte[] secret = credentials.secret(mac.secretField()).key(mac.keyEncoding());
    return mac.derivation().isEmpty()
        ? KeyedMac.of(mac.algorithm(), secret)
        : new DerivedMac(mac, credentials);
  }
}
