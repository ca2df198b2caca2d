package io.countersign.suite;

/** What the end of one case shows of the target as a whole, for who looks at all of them. */
public enum Symptom {
  /** It accepted what it has to reject, and nothing is known that would be behind it. */
  LETS_IN,

  /** It refused the request that it accepted before all others, too. */
  REFUSES_THE_USUAL
}
