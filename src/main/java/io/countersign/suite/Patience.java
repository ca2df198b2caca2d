package io.countersign.suite;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a failed case looks for its cause: not so long once others have looked in vain. A wrong
 * secret fails every case of a run, and none of them can find why; what has a cause that is found
 * at all is found soon, as a rule.
 */
final class Patience {
  private static final int MOST_IN_VAIN = 3;

  private final Duration first;
  private final Duration then;
  private final AtomicInteger inVain = new AtomicInteger();

  /**
   * @param first how long to look
   * @param then how long while the last three searches found nothing
   */
  Patience(Duration first, Duration then) {
    this.first = first;
    this.then = then;
  }

  /** How long the next search may take. */
  Duration budget() {
    return inVain.get() < MOST_IN_VAIN ? first : then;
  }

  /** What came of a search. */
  void searched(boolean found) {
    if (found) {
      inVain.set(0);
    } else {
      inVain.incrementAndGet();
    }
  }
}
