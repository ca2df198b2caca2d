package io.countersign.explain;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts hypotheses, and says when the budget is spent. */
final class SearchBudget {
  /** Reading the clock costs some hypotheses; so it is not read for each. */
  private static final int BETWEEN_LOOKS = 63;

  private final LongSupplier nanoTime;
  private final long start;
  private final long budget;
  private long hypotheses;
  private long macs;
  private boolean spent;

  SearchBudget(Duration budget, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.budget = budget.toNanos();
  }

  /** Counts a hypothesis; false when there is no time for it. */
  boolean next() {
    if ((hypotheses & BETWEEN_LOOKS) == 0 && nanoTime.getAsLong() - start > budget) {
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
