package io.countersign.explain;

/**
 * 64 bits that tell strings to sign apart, of which those of two strings give those of both in a
 * row. Two strings with the same would cost one hypothesis, never a wrong explanation: what is
 * reported was reproduced.
 */
final class Fingerprint {
  /** Of no bytes. */
  static final long EMPTY = 0;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  // Four bytes at a time: one multiplication need not wait for that of the byte before.
  private static final long FACTOR2 = FACTOR * FACTOR;
  private static final long FACTOR3 = FACTOR2 * FACTOR;
  private static final long FACTOR4 = FACTOR3 * FACTOR;
  private static final long MIXER = 0xBF58476D1CE4E5B9L;

  private Fingerprint() {}

  static long of(byte[] bytes) {
    long print = EMPTY;
    int at = 0;
    for (; at + 4 <= bytes.length; at += 4) {
      print =
          print * FACTOR4
              + mixed(bytes[at]) * FACTOR3
              + mixed(bytes[at + 1]) * FACTOR2
              + mixed(bytes[at + 2]) * FACTOR
              + mixed(bytes[at + 3]);
    }
    for (; at < bytes.length; at++) {
      print = print * FACTOR + mixed(bytes[at]);
    }
    return print;
  }

  /** What the fingerprint of that which stands before so many bytes is multiplied by. */
  static long shift(int length) {
    long shift = 1;
    for (int i = 0; i < length; i++) {
      shift *= FACTOR;
    }
    return shift;
  }

  /** Bytes that differ in one bit alone shall differ in many. */
  private static long mixed(byte octet) {
    long product = ((octet & 0xFF) + 1) * MIXER;
    product = (product ^ product >>> 30) * FACTOR;
    return product ^ product >>> 27;
  }
}
