package io.countersign.conformance;

import io.countersign.scheme.Profile;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs of the suite against verifiers that have something wrong, and what is looked for in them.
 */
final class BrokenRuns {
  private BrokenRuns() {}

  static RunResult run(VerifierUnderTest verifier, String... schemes) {
    return run(verifier, Profile.DOCUMENTED, schemes);
  }

  static RunResult run(VerifierUnderTest verifier, Profile profile, String... schemes) {
    EmbeddedTarget broken = EmbeddedTarget.reference().named("broken").withVerifier(verifier);
    return Runs.of(new OneRole(broken, Role.VERIFIER), profile, List.of(schemes));
  }

  static Set<String> requirements(RunResult run, Outcome outcome) {
    return run.cases().stream()
        .filter(one -> one.outcome() == outcome)
        .map(CaseResult::requirement)
        .collect(Collectors.toSet());
  }

  /** Whether the case wants the target to reject something. */
  static boolean isNegative(CaseResult one) {
    return one.course().steps().stream()
        .anyMatch(step -> step.text().startsWith("Then it is rejected"));
  }
}
