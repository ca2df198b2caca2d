package io.countersign.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.Runs;
import io.countersign.scheme.Profile;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import io.countersign.target.Target;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReferenceTest {
  /** Whoever differs in nothing was not noticed, and is not said to have been recorded. */
  @ParameterizedTest
  @EnumSource(names = {"SIGNER", "VERIFIER", "ENDPOINT"})
  void differences_ofTheReferenceItself_areNone(Role role) {
    Reference reference = Reference.of(ReferenceTest::run);
    try (EmbeddedTarget again = EmbeddedTarget.reference()) {
      List<CaseResult> cases = run(again).cases();

      assertThat(cases)
          .filteredOn(one -> one.role() == role)
          .extracting(CaseResult::outcome)
          .contains(Outcome.RECORDED);
      assertThat(reference.differences(cases, role)).isEmpty();
    }
  }

  private static RunResult run(Target target) {
    return Runs.of(
        target,
        Profile.DOCUMENTED,
        Runs.subjects(Runs.FEATURES, List.of("ticketevolution")),
        Selection.ALL);
  }
}
