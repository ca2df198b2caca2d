package io.countersign.vector;

import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.util.List;

/** The verdict of the reference verifier, in the words of a vector file. */
final class Verdicts {
  private Verdicts() {}

  /**
   * @param expected {@code accept}, or {@code reject} and the reason
   */
  static List<Mismatch> compare(String expected, TestVector vector) {
    Verdict verdict =
        Verifier.of(vector.scheme(), vector.profile(), vector.credentials())
            .verify(vector.request(), vector.time());
    return words(verdict).equals(expected)
        ? List.of()
        : List.of(new Mismatch("expect", expected, detailed(verdict)));
  }

  private static String words(Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected ? "reject " + rejected.reason() : "accept";
  }

  private static String detailed(Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected
        ? words(verdict) + " (" + rejected.detail() + ")"
        : words(verdict);
  }
}
