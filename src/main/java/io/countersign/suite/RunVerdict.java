package io.countersign.suite;

/** What a whole run says of its target. */
public enum RunVerdict {
  CONFORMANT,
  NOT_CONFORMANT,
  INCONCLUSIVE;

  /**
   * One failure is enough for not conformant; a run that could not tell something, or executed
   * nothing at all, is never green.
   */
  public static RunVerdict of(Counts counts) {
    if (counts.failed() > 0) {
      return NOT_CONFORMANT;
    }
    return counts.inconclusive() > 0 || counts.executed() == 0 ? INCONCLUSIVE : CONFORMANT;
  }
}
