package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Scheme;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Level;
import io.countersign.suite.Outcome;
import io.countersign.suite.SchemeResult;
import io.countersign.target.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requirements that only a case names: a scheme of a user's own need not list any. */
final class RequirementFindingTest {
  private static final String SCHEME = SmallRun.SCHEME;
  private static final String UNLISTED = SCHEME + "/unlisted";

  private static CaseResult result(Outcome outcome) {
    return FabricatedRun.result(UNLISTED, SCHEME, "a", Role.VERIFIER, outcome, "");
  }

  private static RequirementFinding finding(Outcome... outcomes) {
    return finding(
        Stream.of(outcomes).map(RequirementFindingTest::result).toArray(CaseResult[]::new));
  }

  private static RequirementFinding finding(CaseResult... cases) {
    Scheme scheme = FabricatedRun.schemes().scheme(SCHEME);
    List<RequirementFinding> findings =
        RequirementFinding.of(new SchemeResult(scheme, List.of(), List.of(cases)));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).requirement().id()).isEqualTo(UNLISTED);
    assertThat(findings.get(0).cases()).hasSize(cases.length);
    return findings.get(0);
  }

  @Test
  void unlistedRequirement_ofRecordedCasesAlone_isSilent() {
    RequirementFinding finding = finding(Outcome.RECORDED, Outcome.RECORDED);

    assertThat(finding.requirement().level()).isEqualTo(Level.SILENT);
    assertThat(finding.status()).isEqualTo(Status.RECORDED);
  }

  @Test
  void unlistedRequirement_ofAnyOtherCase_binds() {
    assertThat(finding(Outcome.RECORDED, Outcome.PASSED).requirement().level())
        .isEqualTo(Level.MUST);
    assertThat(finding(Outcome.FAILED).requirement().level()).isEqualTo(Level.MUST);
  }

  /** It is broken, in a way that is known; what else passes does not make it whole. */
  @Test
  void requirementWithAnExpectedFailure_isRecorded_unlessWorseHappened() {
    CaseResult expected = result(Outcome.FAILED).expectedFor("known");

    assertThat(finding(result(Outcome.PASSED), expected).status()).isEqualTo(Status.RECORDED);
    assertThat(finding(expected, result(Outcome.SKIPPED)).status()).isEqualTo(Status.RECORDED);
    assertThat(finding(expected, result(Outcome.FAILED)).status()).isEqualTo(Status.FAILED);
    assertThat(finding(expected, result(Outcome.INCONCLUSIVE)).status())
        .isEqualTo(Status.INCONCLUSIVE);
    assertThat(finding(expected).requirement().level()).isEqualTo(Level.MUST);
  }

  /** What was merely written down speaks against nothing that passed. */
  @Test
  void requirementOfPassedAndRecordedCases_isPassed() {
    assertThat(finding(Outcome.PASSED, Outcome.RECORDED).status()).isEqualTo(Status.PASSED);
  }
}
