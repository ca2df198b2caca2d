package io.countersign.conformance;

import static io.countersign.conformance.BrokenRuns.requirements;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Octets;
import io.countersign.scheme.Profile;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import io.countersign.target.vendor.Judge;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the suite says of servers that have something wrong. */
final class BrokenServerTest {
  /** A server's refusal is a status, and that it is another is said with the one that is due. */
  @Test
  void refusingWithAnotherStatus_fails_andIsToldTheDocumentedOne() {
    VerifierUnderTest server =
        BrokenVerifiers.rejecting(
            EmbeddedTarget.reference().verifier().orElseThrow(),
            rejected -> new Judged.RefusedOtherwise(OptionalInt.of(403), "403 Forbidden", ""));
    RunResult run =
        Runs.of(
            new Server(server),
            Profile.DOCUMENTED,
            Runs.subjects(Runs.FEATURES, List.of("ticketmatic")),
            Selection.ALL);

    assertThat(run.cases())
        .filteredOn(one -> one.outcome() == Outcome.FAILED)
        .extracting(CaseResult::message)
        .filteredOn(message -> !message.startsWith("expected it to be accepted"))
        .isNotEmpty()
        .containsOnly(
            "expected the documented rejection, a 401, and it was refused otherwise: 403 Forbidden");
  }

  private record Server(VerifierUnderTest part) implements Target {
    @Override
    public TargetInfo info() {
      return new TargetInfo(TargetInfo.Kind.EMBEDDED, "server");
    }

    @Override
    public Optional<VerifierUnderTest> endpoint() {
      return Optional.of(part);
    }

    @Override
    public void close() {
      // Nothing was started.
    }
  }

  /** A vendor whose door is open, over real HTTP. */
  @Test
  void mockVendorThatAcceptsEverything_failsEveryNegative() {
    Judge open = (client, request, now) -> new Verdict.Accepted(Octets.EMPTY);
    RunResult run = runVendor(open);
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(run.cases())
        .filteredOn(BrokenRuns::isNegative)
        .allMatch(one -> one.outcome() == Outcome.FAILED || one.outcome() == Outcome.RECORDED);
    assertThat(requirements(run, Outcome.FAILED)).contains("ticketmatic/signature-value");
  }

  @Test
  void mockVendorThatRejectsEverything_failsWhatIsValid() {
    Judge shut = (client, request, now) -> new Verdict.Rejected(Reason.UNKNOWN_KEY, "no");
    RunResult run = runVendor(shut);
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(requirements(run, Outcome.FAILED)).contains("ticketmatic/valid-request");
    assertThat(requirements(run, Outcome.PASSED)).containsExactly("ticketmatic/open-resources");
  }

  private static RunResult runVendor(Judge judge) {
    EmbeddedTarget broken = EmbeddedTarget.reference().withJudge(judge);
    return Runs.of(new OneRole(broken, Role.ENDPOINT), Profile.DOCUMENTED, List.of("ticketmatic"));
  }
}
