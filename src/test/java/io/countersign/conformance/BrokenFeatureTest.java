package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.steps.Suite;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the suite says of schemes and features that have something wrong. */
final class BrokenFeatureTest {
  private static final String EXTRA = "extra.feature";

  @TempDir private Path temp;

  private RunResult run(Selection selection) {
    return Runs.of(
        new OneRole(EmbeddedTarget.reference(), Role.VERIFIER),
        Profile.DOCUMENTED,
        Runs.subjects(temp, List.of("rmtrack")),
        selection);
  }

  /** A run that must not come to its first case. */
  private Suite beginning() {
    RunContext context =
        new RunContext(
            EmbeddedTarget.reference(), Profile.DOCUMENTED, Clock.systemUTC(), Runs.SEED);
    RunListener none =
        new RunListener() {
          @Override
          public void begins(int cases) {
            fail("the run begins");
          }

          @Override
          public void ended(CaseResult result) {}
        };
    return new Suite(context, Runs.subjects(temp, List.of("rmtrack")), Selection.ALL, none);
  }

  private CaseResult runOne(String... steps) {
    copyWith(steps);
    List<CaseResult> cases = runExtra();
    assertThat(cases).hasSize(1);
    return cases.get(0);
  }

  private List<CaseResult> runExtra() {
    return run(new Selection(Set.of(), Set.of(), Optional.of(tags -> tags.contains("@extra"))))
        .cases();
  }

  private SchemeCopy copyWith(String... steps) {
    return copyNamed("Something extra", steps);
  }

  private SchemeCopy copyNamed(String name, String... steps) {
    SchemeCopy copy = SchemeCopy.below(temp, "rmtrack");
    return copy.write(EXTRA, copy.scenario("@rmtrack/covers-path @verifier @extra", name, steps));
  }

  @Test
  void scenarioWithoutRequirement_isAnErrorThatSaysWhere() {
    copyWith("Then it is rejected").edit(EXTRA, text -> text.replace("@rmtrack/covers-path ", ""));
    assertThatThrownBy(() -> run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            temp + "/rmtrack/extra.feature:5: the scenario names 0 requirements; ")
        .hasMessageContaining("tag it with exactly one");
  }

  @Test
  void featureWithoutItsScheme_isAnErrorThatSaysWhere() {
    copyWith("Then it is rejected").edit(EXTRA, text -> text.replace("@rmtrack\n", "\n"));
    assertThatThrownBy(() -> beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            temp
                + "/rmtrack/extra.feature:2: the feature is not tagged with its scheme;"
                + " write @rmtrack above it");
  }

  /** In reports one would stand for both. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The same|the one at %s/rmtrack/before.feature:5: 'The same'; rename one of them",
        "A request without any signing is refused|one that the suite derives: 'A request without"
            + " any signing is refused'; rename it, or leave it out if it tries the same",
      })
  void scenarioOfAnothersName_isAnErrorThatSaysWhere(String name, String problem) {
    String[] steps = {"Given a signed request that is accepted", "Then it is accepted"};
    SchemeCopy copy = copyNamed(name, steps);
    copy.write(
        "before.feature", copy.scenario("@rmtrack/unknown-key @verifier", "The same", steps));
    assertThatThrownBy(() -> beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s/rmtrack/extra.feature:5: the scenario has the name of %s",
            temp, problem.formatted(temp));
  }

  @Test
  void examplesOfOneName_areAnErrorThatSaysWhere() {
    copyWithExamples("The path is not right");
    assertThatThrownBy(() -> beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s/rmtrack/extra.feature:13: the scenario has the name of the one at"
                + " %s/rmtrack/extra.feature:12: 'The path is not right';"
                + " write a placeholder of the outline into its name",
            temp, temp);
  }

  @Test
  void examples_haveNamesWithTheirPlaceholdersReplaced() {
    copyWithExamples("The path is not <path>");
    assertThat(runExtra())
        .extracting(CaseResult::name)
        .containsExactly("The path is not /a", "The path is not /b");
  }

  private void copyWithExamples(String name) {
    copyWith(
            "Given a signed request that is accepted",
            "When its path is changed to \"<path>\"",
            "Then it is rejected",
            "",
            "Examples:",
            "  | path |",
            "  | /a   |",
            "  | /b   |")
        .edit(EXTRA, text -> text.replaceFirst("Scenario: .*", "Scenario Outline: " + name));
  }

  @Test
  void unknownStep_isAnErrorThatSaysWhere() {
    copyWith(
        "Given a signed request that is accepted",
        "When its colour is changed to \"red\"",
        "Then it is rejected");
    assertThatThrownBy(() -> run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(temp + "/rmtrack/extra.feature:7: ")
        .hasMessageContaining("there is no step 'its colour is changed to \"red\"'; ");
  }

  /** A target that refuses everything would pass the one, and any target the other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Given a signed request|Then it is rejected|rejects what was not accepted before; write",
        "Given a signed request|Then it is rejected as unknown-key|rejects what was not accepted",
        "Given a signed request|And its path is extended|expects nothing; end it with a step",
      })
  void scenarioThatProvesNothing_isAnErrorThatSaysWhere(String first, String last, String problem) {
    copyWith(first, last);
    assertThatThrownBy(() -> beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(temp + "/rmtrack/extra.feature:5: the scenario " + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "Then it is rejected as bad-weather, there is no 'bad-weather'",
    "When its signature is painted red, there is no 'painted red'",
    "When it is signed with the time written in crayon, there is no 'in crayon'",
  })
  void unknownWordOfAStep_isAnErrorThatSaysWhere(String step, String problem) {
    copyWith("Given a signed request that is accepted", step, "Then it is rejected");
    assertThatThrownBy(() -> run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature:7: wrong words in '")
        .hasMessageContaining(problem + "; one of ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Given a call of the resource \"nosuch\"|has no resource 'nosuch'",
        "Given the credential \"nosuch\" is \"x\"|has no credential 'nosuch'",
        "Given a GET request for \"/relative\"|is no absolute URL",
        "Given the credential \"secretkey\" is \"a\\qb\"|no escape",
        "When it is signed with the credential \"nosuch\" as \"x\"|has no credential 'nosuch'",
        "When it is signed with the credential \"nosuch\" in quotes|has no credential 'nosuch'",
        "When it is signed with the deviation \"nosuch\"|'nosuch'",
      })
  void wrongNameInAStep_isFoundBeforeAnythingIsTried(String step, String problem) {
    copyWith(step, "And a signed request that is accepted", "Then it is accepted");
    assertThatThrownBy(() -> beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature:6: wrong words in '")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the timestamp sent is the time|write 'When it is signed'",
        "it is accepted|write 'Given a signed request'",
        "the reference verifier of the documented profile accepts it|"
            + "write 'When the reference signer signs it under the documented profile'",
      })
  void sentenceAboutWhatWasNeverSigned_isAnErrorThatSaysWhere(String step, String advice) {
    assertThatThrownBy(() -> runOne("Given a call of the first resource", "Then " + step))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature:7: wrong words in '" + step + "'; ")
        .hasMessageContaining("nothing is signed before it; " + advice);
  }

  @Test
  void featureThatIsNoGherkin_isAnErrorThatSaysWhere() {
    SchemeCopy.below(temp, "rmtrack")
        .write(EXTRA, "Feature: Extra\n\n  Scenario: x\n    Given y\n    z\n");
    assertThatThrownBy(() -> run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature")
        .hasMessageContaining(":5:5: ");
  }

  @Test
  void emptyFeature_isAnErrorThatSaysWhere() {
    SchemeCopy.below(temp, "rmtrack").write(EXTRA, "");
    assertThatThrownBy(() -> run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature:1:1: there is no feature here");
  }

  @Test
  void unknownKeyInSchemeFile_isAnErrorThatSaysWhere() {
    SchemeCopy.below(temp, "rmtrack").edit("scheme.yaml", text -> text + "colour: red\n");
    assertThatThrownBy(() -> run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scheme.yaml:")
        .hasMessageContaining("'colour'");
  }

  @Test
  void changeThatChangesNothing_isInconclusive() {
    CaseResult one =
        runOne(
            "Given a signed request that is accepted",
            "When its method is changed to \"GET\"",
            "Then it is rejected");
    assertThat(one.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(one.message()).isEqualTo("the change left the request as it was");
  }

  @Test
  void changeOfWhatIsNotThere_isInconclusive() {
    CaseResult one =
        runOne(
            "Given a signed request that is accepted",
            "When the header \"X-None\" is changed to \"x\"",
            "Then it is rejected");
    assertThat(one.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(one.message()).isEqualTo("the signed request has no header X-None");
  }

  @Test
  void steps_sayHowFarTheyCame() {
    CaseResult one =
        runOne(
            "Given a signed request that is accepted",
            "When its path is extended",
            "Then it is accepted",
            "And it is rejected");
    assertThat(one.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(one.message()).contains("was rejected as signature-mismatch");
    assertThat(one.steps())
        .extracting(CaseResult.StepResult::text)
        .containsExactly(
            "Given a signed request that is accepted",
            "When its path is extended",
            "Then it is accepted",
            "And it is rejected");
    assertThat(one.steps())
        .extracting(CaseResult.StepResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED);
  }

  @Test
  void emptySelection_isInconclusive() {
    SchemeCopy.below(temp, "rmtrack");
    RunResult run = run(new Selection(Set.of("rmtrack/nosuch"), Set.of(), Optional.empty()));
    assertThat(run.cases()).isEmpty();
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
  }

  @Test
  void everythingSkipped_isInconclusive() {
    SchemeCopy.below(temp, "rmtrack");
    String only = "rmtrack/covers-path";
    RunResult run = run(new Selection(Set.of(only), Set.of(only), Optional.empty()));
    assertThat(run.cases())
        .isNotEmpty()
        .allMatch(one -> one.outcome() == Outcome.SKIPPED)
        .allMatch(one -> one.message().equals("left out by --skip"));
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
  }
}
