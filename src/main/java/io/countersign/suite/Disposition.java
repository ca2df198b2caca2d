package io.countersign.suite;

/** What the suite does about a requirement. */
public enum Disposition {
  /** Scenarios test it. */
  TESTED,
  /** No scenario can; the requirement says why. */
  UNTESTABLE,
  /** The document is wrong there; a scenario demonstrates it. */
  ERRATUM
}
