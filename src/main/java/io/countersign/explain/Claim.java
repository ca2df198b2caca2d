package io.countersign.explain;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a signature's text says of the MAC in it.
 *
 * @param due the MAC, where the text can be read back
 * @param fits whether a MAC is the one
 */
record Claim(Optional<byte[]> due, Predicate<byte[]> fits) {
  static Claim of(byte[] due) {
    return new Claim(Optional.of(due), mac -> Arrays.equals(mac, due));
  }

  boolean mayHaveLength(int length) {
    return due.isEmpty() || due.get().length == length;
  }

  /** Whether both say the same, so that one need not be tried beside the other. */
  boolean isSameAs(Claim other) {
    return due.isPresent() && other.due.isPresent() && Arrays.equals(due.get(), other.due.get());
  }
}
