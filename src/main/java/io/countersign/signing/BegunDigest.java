package io.countersign.signing;

import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Hashes;
import java.security.MessageDigest;

/**
 * A hash that has taken its first block and is ended many times, each with another message. What it
 * holds is as good as a key: it gives out nothing but hashes.
 */
final class BegunDigest {
  private final Hashes hashes;
  private final Algorithm algorithm;
  private final byte[] first;
  private final MessageDigest begun;

  BegunDigest(Hashes hashes, Algorithm algorithm, byte[] first) {
    this.hashes = hashes;
    this.algorithm = algorithm;
    this.first = first;
    this.begun = begin();
  }

  private MessageDigest begin() {
    MessageDigest digest = hashes.of(algorithm);
    digest.update(first);
    return digest;
  }

  /** The hash of the first block and of what follows it here. */
  byte[] end(byte[] rest, int length) {
    MessageDigest copy = copy();
    copy.update(rest, 0, length);
    return copy.digest();
  }

  private MessageDigest copy() {
    try {
      return (MessageDigest) begun.clone();
    } catch (CloneNotSupportedException e) {
      // A security provider need not offer copies, some in hardware do not: then begin anew.
      return begin();
    }
  }
}
