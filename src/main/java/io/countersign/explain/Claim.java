package io.countersign.explain;

import java.util.function.Predicate;

/**
 * What a signature's text says of the MAC in it.
 *
 * @param length the MAC's length in bytes; negative where the text does not tell
 * @param fits whether a MAC is the one
 */
record Claim(int length, Predicate<byte[]> fits) {
  boolean mayHaveLength(int other) {
    return length < 0 || length == other;
  }
}
