package io.countersign.suite;

import java.util.List;

/**
 * A target that lets in everybody, in every case that could tell. All else that it accepts wrongly
 * follows from that, and is one problem with it.
 */
final class OpenDoor {
  private static final Cause CAUSE =
      new Cause(
          "open-door",
          List.of(
              "It accepts a request without any signature, so that nothing else that it accepts"
                  + " means anything."),
          List.of("Refuse a request that is not signed, and run this again."));

  private OpenDoor() {}

  /**
   * The same cases, of which those that failed for it say so.
   *
   * @param cases of one scheme
   */
  static List<CaseResult> named(List<CaseResult> cases) {
    return isOpen(cases)
        ? cases.stream().map(one -> isLetIn(one) ? one.explainedBy(CAUSE) : one).toList()
        : cases;
  }

  private static boolean isOpen(List<CaseResult> cases) {
    List<CaseResult> unsigned =
        cases.stream().filter(one -> isJudged(one) && one.says(Sentences.SIGNING_REMOVED)).toList();
    return !unsigned.isEmpty() && unsigned.stream().allMatch(OpenDoor::isLetIn);
  }

  private static boolean isJudged(CaseResult one) {
    return one.outcome() == Outcome.PASSED || one.outcome() == Outcome.FAILED;
  }

  private static boolean isLetIn(CaseResult one) {
    return one.outcome() == Outcome.FAILED && one.shows(Symptom.LETS_IN);
  }
}
