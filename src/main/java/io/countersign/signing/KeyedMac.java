package io.countersign.signing;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Hashes;

/**
 * A MAC that was keyed once (RFC 2104) and is used for many messages. It never changes, so one
 * object may be shared between threads.
 *
 * <p>The key's two padded blocks are hashed here and once; a message goes into a copy of each. The
 * Java library's own {@code Mac} hashes both blocks again for every message, which for a message of
 * one or two blocks is half of the work.
 */
public final class KeyedMac implements DailyMac {
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5C;

  private final BegunDigest inner;
  private final BegunDigest outer;

  private KeyedMac(BegunDigest inner, BegunDigest outer) {
    this.inner = inner;
    this.outer = outer;
  }

  /**
   * @throws IllegalArgumentException if the key is empty
   */
  public static KeyedMac of(Algorithm algorithm, byte[] key) {
    return of(algorithm, key, Hashes.OF_JAVA);
  }

  static KeyedMac of(Algorithm algorithm, byte[] key, Hashes hashes) {
    if (key.length == 0) {
      throw new IllegalArgumentException("an empty key");
    }
    byte[] block = block(algorithm, key, hashes);
    return new KeyedMac(
        new BegunDigest(hashes, algorithm, mixed(block, INNER)),
        new BegunDigest(hashes, algorithm, mixed(block, OUTER)));
  }

  /** The key, hashed where it is longer than a block, and zeros up to the block's end. */
  private static byte[] block(Algorithm algorithm, byte[] key, Hashes hashes) {
    byte[] block = new byte[algorithm.blockLength()];
    byte[] fitting = key.length > block.length ? hashes.of(algorithm).digest(key) : key;
    System.arraycopy(fitting, 0, block, 0, fitting.length);
    return block;
  }

  private static byte[] mixed(byte[] block, byte pad) {
    byte[] mixed = new byte[block.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (byte) (block[i] ^ pad);
    }
    return mixed;
  }

  /** This one, on whatever day. */
  @Override
  public KeyedMac at(String day) {
    return this;
  }

  /** The MAC of what the buffer holds. */
  public byte[] compute(OctetBuffer message) {
    return compute(message.array(), message.length());
  }

  public byte[] compute(Octets message) {
    return compute(message.toBytes(), message.length());
  }

  private byte[] compute(byte[] message, int length) {
    byte[] hash = inner.end(message, length);
    return outer.end(hash, hash.length);
  }
}
