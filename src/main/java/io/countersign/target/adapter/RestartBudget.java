package io.countersign.target.adapter;

import java.time.Duration;

/**
 * How often an adapter that breaks the protocol is started again. A crash costs little, a silence
 * all the time that there is for an answer, so that a whole run of silences ends in time too.
 */
final class RestartBudget {
  private static final int WHOLE = 24;
  private static final int OF_A_SILENCE = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private int spent;
  private int faults;
  private int faultsInARow;

  /** It answered. */
  void reward() {
    faultsInARow = 0;
  }

  void spend(AdapterException fault) {
    spent += fault.isSilence() ? OF_A_SILENCE : 1;
    faults++;
    faultsInARow++;
  }

  boolean isGone() {
    return spent >= WHOLE;
  }

  /** How often it broke the protocol. */
  int faults() {
    return faults;
  }

  /** How long to wait before the next start: nothing at first, then twice as long each time. */
  Duration pause() {
    if (faultsInARow == 0) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(faultsInARow - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
