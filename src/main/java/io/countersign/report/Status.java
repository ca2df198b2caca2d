package io.countersign.report;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Disposition;
import io.countersign.suite.Outcome;
import io.countersign.suite.Requirement;
import java.util.Collection;
import java.util.List;

/**
 * What a run says of one requirement. Where its cases differ, the gravest one counts; a failure
 * that was expected is graver than a pass.
 */
enum Status {
  FAILED,
  INCONCLUSIVE,
  PASSED,
  RECORDED,
  SKIPPED,
  /** There is no case, and the requirement says why there cannot be one. */
  UNTESTABLE,
  /** There could have been a case, and there was none. */
  NOT_RUN;

  private static final List<Outcome> GRAVEST_FIRST =
      List.of(
          Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.PASSED, Outcome.RECORDED, Outcome.SKIPPED);

  static Status of(Requirement requirement, Collection<CaseResult> cases) {
    Status gravest =
        GRAVEST_FIRST.stream()
            .filter(outcome -> cases.stream().anyMatch(result -> result.outcome() == outcome))
            .findFirst()
            .map(outcome -> valueOf(outcome.name()))
            .orElse(requirement.disposition() == Disposition.UNTESTABLE ? UNTESTABLE : NOT_RUN);
    boolean expected = cases.stream().anyMatch(result -> result.ending().expected().isPresent());
    return gravest == PASSED && expected ? RECORDED : gravest;
  }
}
