package io.countersign.vector;

import io.countersign.verify.Verdict;

/** The verdict of the reference verifier, in the words of a vector file. */
final class Verdicts {
  private Verdicts() {}

  static Verdict verdict(TestVector vector, Party party) {
    return party.verifier().verify(vector.request(), vector.time());
  }

  /**
   * @param expected {@code accept}, or {@code reject} and the reason
   * @param verdict another one
   */
  static Mismatch other(String expected, Verdict verdict) {
    String actual =
        verdict instanceof Verdict.Rejected rejected
            ? "reject " + rejected.reason() + " (" + rejected.detail() + ")"
            : "accept";
    return new Mismatch("expect", expected, actual);
  }
}
