package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.target.TargetInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpectedDeviationsTest {
  private static final String ID = "rmtrack/final-newline";

  @TempDir private Path temp;

  private ExpectedDeviations expecting(String text) throws IOException {
    return ExpectedDeviations.read(Files.writeString(temp.resolve("expected.yaml"), text));
  }

  private static RunResult run(Outcome... outcomes) {
    List<CaseResult> cases =
        Stream.of(outcomes).map(outcome -> Fixtures.result(ID, outcome)).toList();
    return new RunResult(
        new TargetInfo(TargetInfo.Kind.EMBEDDED, "none"),
        Profile.DOCUMENTED,
        1,
        Fixtures.NOW,
        Duration.ZERO,
        List.of(new SchemeResult(Fixtures.subject("rmtrack").scheme(), List.of(), cases)));
  }

  private RunResult applied(Outcome... outcomes) throws IOException {
    return expecting(ID + ": we know\n").applyTo(run(outcomes), Selection.ALL);
  }

  private static List<Outcome> outcomes(RunResult run) {
    return run.cases().stream().map(CaseResult::outcome).toList();
  }

  @Test
  void none_changesNothing() {
    RunResult run = run(Outcome.FAILED);
    assertThat(ExpectedDeviations.NONE.applyTo(run, Selection.ALL)).isSameAs(run);
    assertThat(ExpectedDeviations.NONE.ids()).isEmpty();
  }

  @Test
  void expectedFailure_isRecorded_withReasonAndFinding() throws IOException {
    RunResult run = applied(Outcome.FAILED, Outcome.PASSED);
    assertThat(outcomes(run)).containsExactly(Outcome.RECORDED, Outcome.PASSED);
    assertThat(run.cases().get(0).message()).isEqualTo("expected (we know): something came");
    assertThat(run.verdict()).isEqualTo(RunVerdict.CONFORMANT);
  }

  @Test
  void otherFailure_stillFails() throws IOException {
    RunResult run =
        expecting("rmtrack/base64: we know\n").applyTo(run(Outcome.FAILED), Selection.ALL);
    assertThat(outcomes(run)).containsExactly(Outcome.FAILED);
  }

  @Test
  void deviationThatNoLongerHappens_fails() throws IOException {
    RunResult run = applied(Outcome.PASSED, Outcome.PASSED);
    assertThat(outcomes(run)).containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);
    assertThat(run.cases().get(2).requirement()).isEqualTo(ID);
    assertThat(run.cases().get(2).message())
        .isEqualTo("it was expected to fail (we know) and no longer does: take it off the list");
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
  }

  /** Whether it still happens cannot be told from what was not judged. */
  @ParameterizedTest
  @ValueSource(strings = {"SKIPPED", "INCONCLUSIVE", "RECORDED"})
  void whatWasNotJudged_isLeftAlone(Outcome outcome) throws IOException {
    assertThat(outcomes(applied(outcome))).containsExactly(outcome);
  }

  /** What was not judged may be what fails. */
  @ParameterizedTest
  @ValueSource(strings = {"SKIPPED", "INCONCLUSIVE"})
  void whatWasNotJudgedWhole_isLeftAlone(Outcome outcome) throws IOException {
    assertThat(outcomes(applied(Outcome.PASSED, outcome))).containsExactly(Outcome.PASSED, outcome);
    assertThat(outcomes(applied(Outcome.PASSED, Outcome.RECORDED))).hasSize(3);
  }

  @Test
  void selectedCases_doNotTellThatADeviationIsGone() throws IOException {
    ExpectedDeviations expected = expecting(ID + ": we know\n");
    Selection selection = new Selection(Set.of(), Set.of(), Optional.of(tags -> true));

    assertThat(outcomes(expected.applyTo(run(Outcome.PASSED), selection)))
        .containsExactly(Outcome.PASSED);
    assertThat(outcomes(expected.applyTo(run(Outcome.FAILED), selection)))
        .containsExactly(Outcome.RECORDED);
  }

  @Test
  void interruptedRun_doesNotTellThatADeviationIsGone() throws IOException {
    RunResult whole = run(Outcome.PASSED);
    RunResult begun =
        new RunResult(
            whole.target(),
            whole.profile(),
            whole.seed(),
            whole.started(),
            whole.duration(),
            whole.schemes(),
            false);

    assertThat(outcomes(expecting(ID + ": we know\n").applyTo(begun, Selection.ALL)))
        .containsExactly(Outcome.PASSED);
  }

  @Test
  void whatWasNotTried_isLeftAlone() throws IOException {
    assertThat(outcomes(applied())).isEmpty();
  }

  @Test
  void ids_areThoseOfTheFile() throws IOException {
    assertThat(expecting("{\"b/c\": \"x\", \"a/b\": \"y\"}").ids()).containsExactly("b/c", "a/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b: ''\n", "a/b: [x]\n", "- a/b\n", "a/b\n", "a/b: x\na/b: y\n", "a/b: {}\n"})
  void fileOfAnotherForm_isWrongInput(String text) {
    assertThatThrownBy(() -> expecting(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected.yaml:");
  }

  @Test
  void missingFile_isWrongInput() {
    assertThatThrownBy(() -> ExpectedDeviations.read(temp.resolve("none.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.yaml");
  }
}
