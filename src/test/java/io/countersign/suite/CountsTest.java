package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Profile;
import io.countersign.target.TargetInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountsTest {
  @Test
  void of_countsEachOutcome() {
    List<CaseResult> cases =
        Arrays.stream(Outcome.values())
            .flatMap(one -> Collections.nCopies(one.ordinal() + 1, one).stream())
            .map(one -> Fixtures.result("a/b", one))
            .toList();
    Counts counts = Counts.of(cases);
    assertThat(counts).isEqualTo(new Counts(1, 2, 3, 4, 5));
    assertThat(counts.total()).isEqualTo(15);
    assertThat(counts.executed()).isEqualTo(8);
  }

  @ParameterizedTest(name = "{0} passed, {1} failed, {2} inconclusive, {3} skipped, {4} recorded")
  @CsvSource({
    "0,0,0,0,0,INCONCLUSIVE",
    "1,0,0,0,0,CONFORMANT",
    "0,1,0,0,0,NOT_CONFORMANT",
    "0,0,1,0,0,INCONCLUSIVE",
    "0,0,0,1,0,INCONCLUSIVE",
    "0,0,0,0,1,CONFORMANT",
    "0,0,0,7,7,CONFORMANT",
    "1,0,0,7,7,CONFORMANT",
    "9,0,1,0,0,INCONCLUSIVE",
    "9,1,9,0,0,NOT_CONFORMANT",
  })
  void verdict_isGreenOnlyWhereSomethingWasExecutedAndNothingFailed(
      int passed, int failed, int inconclusive, int skipped, int recorded, RunVerdict verdict) {
    assertThat(RunVerdict.of(new Counts(passed, failed, inconclusive, skipped, recorded)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"PASSED,INCONCLUSIVE", "FAILED,NOT_CONFORMANT", "SKIPPED,INCONCLUSIVE"})
  void interruptedRun_isNeverGreen(Outcome outcome, RunVerdict verdict) {
    assertThat(run(List.of(Fixtures.result("rmtrack/path", outcome)), false).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void runWithoutCases_isInconclusive() {
    assertThat(run(List.of(), true).verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
  }

  private static RunResult run(List<CaseResult> cases, boolean complete) {
    return new RunResult(
        new TargetInfo(TargetInfo.Kind.EMBEDDED, "none"),
        Profile.DOCUMENTED,
        1,
        Fixtures.NOW,
        Duration.ZERO,
        List.of(new SchemeResult(Fixtures.subject("rmtrack").scheme(), List.of(), cases)),
        complete);
  }
}
