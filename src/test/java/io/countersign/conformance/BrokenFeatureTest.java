package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.Selection;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes and features that have something wrong are refused, and the message says where. */
final class BrokenFeatureTest {
  @TempDir private Path temp;

  private ExtraScenario extra() {
    return new ExtraScenario(temp);
  }

  @Test
  void scenarioWithoutRequirement_isAnErrorThatSaysWhere() {
    extra()
        .write("Then it is rejected")
        .edit(ExtraScenario.FILE, text -> text.replace("@rmtrack/covers-path ", ""));
    assertThatThrownBy(() -> extra().run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            temp + "/rmtrack/extra.feature:5: the scenario names 0 requirements; ")
        .hasMessageContaining("tag it with exactly one");
  }

  @Test
  void featureWithoutItsScheme_isAnErrorThatSaysWhere() {
    extra()
        .write("Then it is rejected")
        .edit(ExtraScenario.FILE, text -> text.replace("@rmtrack\n", "\n"));
    assertThatThrownBy(() -> extra().beginning().run())
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
    SchemeCopy copy = extra().writeNamed(name, steps);
    copy.write(
        "before.feature", copy.scenario("@rmtrack/unknown-key @verifier", "The same", steps));
    assertThatThrownBy(() -> extra().beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s/rmtrack/extra.feature:5: the scenario has the name of %s",
            temp, problem.formatted(temp));
  }

  @Test
  void examplesOfOneName_areAnErrorThatSaysWhere() {
    copyWithExamples("The path is not right");
    assertThatThrownBy(() -> extra().beginning().run())
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
    assertThat(extra().cases())
        .extracting(CaseResult::name)
        .containsExactly("The path is not /a", "The path is not /b");
  }

  /** Gherkin would leave it as it is. */
  @Test
  void placeholderWithoutColumn_isAnErrorThatSaysWhere() {
    extra()
        .write(
            "Given a signed request that is accepted",
            "When its path is changed to \"<pth>\"",
            "Then it is rejected",
            "",
            "Examples:",
            "  | path |",
            "  | /a   |")
        .edit(
            ExtraScenario.FILE,
            text -> text.replaceFirst("Scenario: .*", "Scenario Outline: Not <path>"));
    assertThatThrownBy(() -> extra().beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s/rmtrack/extra.feature:7: the examples have no column 'pth';"
                + " add it, or name one of path",
            temp);
  }

  /** What is no outline may have angles in it. */
  @Test
  void anglesInAScenario_areMeant() {
    assertThat(
            extra()
                .result(
                    "Given a signed request that is accepted",
                    "When its path is changed to \"/<path>\"",
                    "Then it is rejected")
                .outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void scenarioOfBothProfiles_isAnErrorThatSaysWhere() {
    extra()
        .write("Given a signed request that is accepted", "Then it is accepted")
        .edit(
            ExtraScenario.FILE,
            text -> text.replace("@verifier", "@verifier @documented @deployed"));
    assertThatThrownBy(() -> extra().beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s/rmtrack/extra.feature:5: the scenario is tagged with @documented and with"
                + " @deployed, and runs under neither; leave out both, and it runs under either",
            temp);
  }

  private void copyWithExamples(String name) {
    extra()
        .write(
            "Given a signed request that is accepted",
            "When its path is changed to \"<path>\"",
            "Then it is rejected",
            "",
            "Examples:",
            "  | path |",
            "  | /a   |",
            "  | /b   |")
        .edit(
            ExtraScenario.FILE,
            text -> text.replaceFirst("Scenario: .*", "Scenario Outline: " + name));
  }

  @Test
  void unknownStep_isAnErrorThatSaysWhere() {
    extra()
        .write(
            "Given a signed request that is accepted",
            "When its colour is changed to \"red\"",
            "Then it is rejected");
    assertThatThrownBy(() -> extra().run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(temp + "/rmtrack/extra.feature:7: ")
        .hasMessageContaining("there is no step 'its colour is changed to \"red\"'; ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signer|Given a signed request that is accepted|Then it is accepted|a verifier",
        "signer|Given a signed request|Then it is accepted|a verifier",
        "verifier|When it is signed|Then the reference verifier accepts it|a signer",
      })
  void scenarioOfTheOtherRole_isAnErrorThatSaysWhere(
      String tag, String first, String last, String role) {
    SchemeCopy copy = extra().write(first, last);
    if (!tag.equals("verifier")) {
      copy.edit(ExtraScenario.FILE, text -> text.replace("@verifier", "@" + tag));
    }
    assertThatThrownBy(() -> extra().beginning().run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "%s/rmtrack/extra.feature:5: the scenario puts %s to the test, and is tagged with @%s; ",
            temp, role, tag);
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
    extra().write(first, last);
    assertThatThrownBy(() -> extra().beginning().run())
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
    extra().write("Given a signed request that is accepted", step, "Then it is rejected");
    assertThatThrownBy(() -> extra().run(Selection.ALL))
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
        "When its host is changed to \"bad host\"|white space or a control character",
        "When its host is changed to \"a.example/x\"|is no host",
        "When its path is changed to \"/a b\"|white space or a control character",
        "When its path is changed to \"a\"|begins with no slash; write /a",
        "When its query is changed to \"a=b c\"|white space or a control character",
        "When the parameter \"a\" is changed to \"b#c\"|has a fragment",
        "When its method is changed to \"GET IT\"|is no HTTP method",
        "When the header \"X Y\" is removed|is no header name",
        "When the header \"X\" is changed to \"a\\nb\"|line break or NUL",
      })
  void wrongNameInAStep_isFoundBeforeAnythingIsTried(String step, String problem) {
    extra().write(step, "And a signed request that is accepted", "Then it is accepted");
    assertThatThrownBy(() -> extra().beginning().run())
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
    assertThatThrownBy(() -> extra().result("Given a call of the first resource", "Then " + step))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature:7: wrong words in '" + step + "'; ")
        .hasMessageContaining("nothing is signed before it; " + advice);
  }

  @Test
  void featureThatIsNoGherkin_isAnErrorThatSaysWhere() {
    SchemeCopy.below(temp, ExtraScenario.SCHEME)
        .write(ExtraScenario.FILE, "Feature: Extra\n\n  Scenario: x\n    Given y\n    z\n");
    assertThatThrownBy(() -> extra().run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature")
        .hasMessageContaining(":5:5: ");
  }

  @Test
  void emptyFeature_isAnErrorThatSaysWhere() {
    SchemeCopy.below(temp, ExtraScenario.SCHEME).write(ExtraScenario.FILE, "");
    assertThatThrownBy(() -> extra().run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("extra.feature:1:1: there is no feature here");
  }

  @Test
  void unknownKeyInSchemeFile_isAnErrorThatSaysWhere() {
    SchemeCopy.below(temp, ExtraScenario.SCHEME)
        .edit("scheme.yaml", text -> text + "colour: red\n");
    assertThatThrownBy(() -> extra().run(Selection.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scheme.yaml:")
        .hasMessageContaining("'colour'");
  }
}
