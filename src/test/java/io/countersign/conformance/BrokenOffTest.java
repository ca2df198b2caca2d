package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.VerifierUnderTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A case that the machine broke off has no result of Cucumber's, and must not be missed. */
final class BrokenOffTest {
  private static final int FAILING = 10;

  @Test
  void caseThatRunsOutOfMemory_isInconclusive() {
    VerifierUnderTest right = EmbeddedTarget.reference().verifier().orElseThrow();
    AtomicInteger asked = new AtomicInteger();
    VerifierUnderTest failing =
        call -> {
          if (asked.incrementAndGet() == FAILING) {
            throw new OutOfMemoryError("Java heap space");
          }
          return right.judge(call);
        };

    RunResult whole = BrokenRuns.run(right, "rmtrack");
    RunResult run = BrokenRuns.run(failing, "rmtrack");

    assertThat(asked).hasValueGreaterThan(FAILING);
    assertThat(run.cases().stream().map(CaseResult::name))
        .containsExactlyElementsOf(whole.cases().stream().map(CaseResult::name).toList());
    assertThat(run.cases().stream().filter(one -> one.outcome() == Outcome.INCONCLUSIVE))
        .singleElement()
        .extracting(CaseResult::message)
        .isEqualTo("an error of the machine broke the case off, such as too little memory");
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
  }
}
