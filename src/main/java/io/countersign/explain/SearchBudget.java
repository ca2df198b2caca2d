package io.countersign.explain;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Counts hypotheses, and says when the budget is spent. Nothing is refused before {@link #begin}:
 * what is tried at any cost does not use the budget up, nor does what has to be made for it.
 */
final class SearchBudget {
  /** Reading the clock costs some hypotheses; so it is not read for each. */
  private static final int BETWEEN_LOOKS = 63;

  private final LongSupplier nanoTime;
  private final long start;
  private final long budget;
  private long begun;
  private boolean isLimited;
  private long hypotheses;
  private long macs;
  private boolean spent;

  SearchBudget(Duration budget, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.budget = budget.toNanos();
  }

  /** From now on the time counts. */
  void begin() {
    if (!isLimited) {
      isLimited = true;
      begun = nanoTime.getAsLong();
    }
  }

  /** Counts a hypothesis; false when there is no time for it. */
  boolean next() {
    if (isLimited && (hypotheses & BETWEEN_LOOKS) == 0 && nanoTime.getAsLong() - begun > budget) {
      spent = true;
    }
    if (!spent) {
      hypotheses++;
    }
    return !spent;
  }

  /** Counts the MAC that was computed for a hypothesis. */
  void computed() {
    macs++;
  }

  boolean isSpent() {
    return spent;
  }

  Searched searched() {
    return new Searched(
        hypotheses, macs, Duration.ofNanos(nanoTime.getAsLong() - start).toMillis(), !spent);
  }
}
