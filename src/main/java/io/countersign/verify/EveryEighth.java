package io.countersign.verify;

/**
 * Chooses what is remembered of all that is new: the first, and every eighth after it. A party that
 * is busy sends the same for a second, and soon is known; one that is not sends something new each
 * time, and to remember it would be for nothing. May be shared between threads, which may lose a
 * count.
 */
final class EveryEighth {
  private static final int OTHERS = 7;

  private int count;

  boolean isNext() {
    return (count++ & OTHERS) == 0;
  }
}
