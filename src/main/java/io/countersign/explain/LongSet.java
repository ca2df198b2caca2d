package io.countersign.explain;

/** A set of fingerprints, without an object for each. */
final class LongSet {
  private long[] slots = new long[1024];
  private int size;
  private boolean hasZero;

  /** Whether it was new. */
  boolean add(long value) {
    if (value == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size * 2 > slots.length) {
      grow();
    }
    int at = place(slots, value);
    if (slots[at] == value) {
      return false;
    }
    slots[at] = value;
    size++;
    return true;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long value : slots) {
      if (value != 0) {
        larger[place(larger, value)] = value;
      }
    }
    slots = larger;
  }

  private static int place(long[] slots, long value) {
    int mask = slots.length - 1;
    int at = (int) (value ^ value >>> 32) & mask;
    while (slots[at] != 0 && slots[at] != value) {
      at = at + 1 & mask;
    }
    return at;
  }
}
