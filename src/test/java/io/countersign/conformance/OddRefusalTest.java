package io.countersign.conformance;

import static io.countersign.conformance.BrokenRuns.requirements;
import static io.countersign.conformance.BrokenRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * What the suite says of verifiers that refuse in a way that is not due, or do not judge at all.
 */
final class OddRefusalTest {
  @Test
  void rejectingInAnotherWay_fails() {
    RunResult run =
        run(
            BrokenVerifiers.rejecting(
                EmbeddedTarget.reference().verifier().orElseThrow(),
                rejected -> new Judged.RefusedOtherwise(OptionalInt.of(403), "403 Forbidden", "")),
            "ticketmatic");
    assertThat(requirements(run, Outcome.FAILED))
        .contains("ticketmatic/signature-value", "ticketmatic/timestamp-window")
        .doesNotContain("ticketmatic/valid-request");
    assertThat(run.cases())
        .filteredOn(one -> one.outcome() == Outcome.FAILED)
        .allMatch(
            one ->
                one.message().contains("expected a rejection, and it was refused otherwise: 403"));
  }

  @Test
  void rejectingForAnotherReason_failsWhereReasonsAreTyped() {
    RunResult run =
        run(
            BrokenVerifiers.rejecting(
                EmbeddedTarget.reference().verifier().orElseThrow(),
                rejected -> new Judged.Rejected("unknown-key", "")),
            "ticketevolution");
    assertThat(requirements(run, Outcome.FAILED))
        .contains("ticketevolution/signature-value", "ticketevolution/covers-path")
        .doesNotContain("ticketevolution/unknown-key");
  }

  @Test
  void faults_areInconclusive() {
    RunResult run =
        run(BrokenVerifiers.of(call -> new Judged.Fault("connection reset")), "rmtrack");
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases())
        .hasSizeGreaterThan(40)
        .allMatch(one -> one.outcome() == Outcome.INCONCLUSIVE)
        .allMatch(one -> one.message().contains("connection reset"));
  }

  @Test
  void exceptions_areInconclusive() {
    RunResult run =
        run(
            BrokenVerifiers.of(
                call -> {
                  throw new IllegalStateException("out of order");
                }),
            "rmtrack");
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases())
        .allMatch(one -> one.message().equals("IllegalStateException: out of order"));
  }

  @Test
  void skipping_judgesNothing() {
    RunResult run = run(BrokenVerifiers.of(call -> new Judged.Skipped("not today")), "rmtrack");
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases())
        .allMatch(one -> one.outcome() == Outcome.SKIPPED && one.message().equals("not today"));
  }
}
