package io.countersign.suite;

/** How a case ended. */
public enum Outcome {
  PASSED,
  FAILED,
  /** The suite could not tell: a transport fault, a crash, a control that failed. */
  INCONCLUSIVE,
  /** Not tried, for a reason that is said. */
  SKIPPED,
  /** The documentation is silent; what was seen is written down and cannot fail. */
  RECORDED
}
