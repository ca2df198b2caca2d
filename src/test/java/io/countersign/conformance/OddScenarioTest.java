package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Course;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.Selection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of scenarios that can be run and say nothing, or not all. */
final class OddScenarioTest {
  @TempDir private Path temp;

  private ExtraScenario extra() {
    return new ExtraScenario(temp);
  }

  @Test
  void changeThatChangesNothing_isInconclusive() {
    CaseResult one =
        extra()
            .result(
                "Given a signed request that is accepted",
                "When its method is changed to \"GET\"",
                "Then it is rejected");
    assertThat(one.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(one.message()).isEqualTo("the change left the request as it was");
  }

  @Test
  void changeOfWhatIsNotThere_isInconclusive() {
    CaseResult one =
        extra()
            .result(
                "Given a signed request that is accepted",
                "When the header \"X-None\" is changed to \"x\"",
                "Then it is rejected");
    assertThat(one.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(one.message()).isEqualTo("the signed request has no header X-None");
  }

  @Test
  void steps_sayHowFarTheyCame() {
    CaseResult one =
        extra()
            .result(
                "Given a signed request that is accepted",
                "When its path is extended",
                "Then it is accepted",
                "And it is rejected");
    assertThat(one.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(one.message()).contains("was rejected as signature-mismatch");
    assertThat(one.course().steps())
        .extracting(Course.StepResult::text)
        .containsExactly(
            "Given a signed request that is accepted",
            "When its path is extended",
            "Then it is accepted",
            "And it is rejected");
    assertThat(one.course().steps())
        .extracting(Course.StepResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED);
  }

  @Test
  void emptySelection_isInconclusive() {
    SchemeCopy.below(temp, ExtraScenario.SCHEME);
    RunResult run =
        extra().run(new Selection(Set.of("rmtrack/nosuch"), Set.of(), Optional.empty()));
    assertThat(run.cases()).isEmpty();
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
  }

  @Test
  void everythingSkipped_isInconclusive() {
    SchemeCopy.below(temp, ExtraScenario.SCHEME);
    String only = "rmtrack/covers-path";
    RunResult run = extra().run(new Selection(Set.of(only), Set.of(only), Optional.empty()));
    assertThat(run.cases())
        .isNotEmpty()
        .allMatch(one -> one.outcome() == Outcome.SKIPPED)
        .allMatch(one -> one.message().equals("left out by --skip"));
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
  }
}
