package io.countersign.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.Runs;
import io.countersign.conformance.SchemeCopy;
import io.countersign.document.Documents;
import io.countersign.scheme.Profile;
import io.countersign.suite.DerivedFeature;
import io.countersign.suite.Requirement;
import io.countersign.suite.SchemeUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements and scenarios are in bijection, and the test of it would see if they were not. */
final class BijectionTest {
  private static final List<String> SCHEMES = Runs.ALL;
  private static final Pattern REQUIREMENT =
      Pattern.compile("  - id: (\\S+)\\n(?:    .*\\n|\\n|  #.*\\n)*");

  @TempDir private Path temp;
  private SchemeCopy rmtrack;

  @BeforeEach
  void copy() {
    rmtrack = SchemeCopy.below(temp, "rmtrack");
  }

  private List<String> problems() {
    return Bijection.problems(temp, "rmtrack");
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void requirementsAndScenarios_areInBijection(String scheme) {
    assertThat(Bijection.problems(Runs.FEATURES, scheme)).isEmpty();
  }

  @Test
  void copy_isWell() {
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void anyFeatureTakenAway_isSeen(String scheme) {
    for (Path feature : SchemeCopy.below(temp, scheme).features()) {
      SchemeCopy.below(temp, scheme).delete(feature);
      assertThat(Bijection.problems(temp, scheme))
          .as(feature.toString())
          .anyMatch(one -> one.endsWith("has no scenario"));
    }
  }

  /**
   * A sample of two schemes. Of a requirement that has derived scenarios as well, something is left
   * to try.
   */
  @ParameterizedTest
  @ValueSource(strings = {"rmtrack", "ticketmatic-basic"})
  void scenariosOfAnyRequirementTakenAway_areSeen(String scheme) {
    SchemeUnderTest subject = Runs.subjects(Runs.FEATURES, List.of(scheme)).get(0);
    String derived =
        DerivedFeature.of(subject, Profile.DOCUMENTED)
            + DerivedFeature.of(subject, Profile.DEPLOYED);
    for (Requirement requirement : subject.requirements().all()) {
      String tag = "@" + requirement.id() + " ";
      SchemeCopy weak = SchemeCopy.below(temp, scheme);
      if (!derived.contains(tag) && weak.takeScenariosAway(tag) > 0) {
        assertThat(Bijection.problems(temp, scheme))
            .contains(requirement.id() + " has no scenario");
      }
    }
  }

  /** One that features test, one that only derived scenarios do, one that is recorded. */
  @ParameterizedTest
  @ValueSource(
      strings = {"rmtrack/final-newline", "rmtrack/unknown-key", "rmtrack/both-date-headers"})
  void testedRequirementTakenAway_isSeen(String id) {
    String entry = entries("id: " + id + "\n").get(0);
    rmtrack.edit("requirements.yaml", text -> text.replace(entry, ""));
    assertThat(problems())
        .isNotEmpty()
        .allMatch(one -> one.contains("is of no requirement: " + id));
  }

  @Test
  void requirementTwice_isSeen() {
    String entry = entries("rmtrack/final-newline").get(0);
    rmtrack.edit("requirements.yaml", text -> text + entry);
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("requirements.yaml:", "the requirement rmtrack/final-newline is here twice");
  }

  @Test
  void requirementWithoutScenario_isSeen() {
    String entry = entries("rmtrack/unknown-key").get(0);
    rmtrack.edit("requirements.yaml", text -> text + entry.replace("unknown-key", "first-newline"));
    assertThat(problems()).containsExactly("rmtrack/first-newline has no scenario");
  }

  @Test
  void untestableRequirementWithScenario_isSeen() {
    String entry = entries("rmtrack/final-newline").get(0);
    rmtrack.edit(
        "requirements.yaml",
        text ->
            text.replace(entry, entry + "    disposition: untestable\n    because: Who knows.\n"));
    assertThat(problems())
        .containsExactly("rmtrack/final-newline is untestable and has a scenario");
  }

  @Test
  void erratumThatNothingDemonstrates_isSeen() {
    String entry = entries("rmtrack/final-newline").get(0);
    rmtrack.edit(
        "requirements.yaml",
        text -> text.replace(entry, entry + "    disposition: erratum\n    because: Look.\n"));
    assertThat(problems())
        .contains("rmtrack/final-newline is not demonstrated")
        .anyMatch(one -> one.endsWith("disagree on the erratum"));
  }

  @Test
  void weakerLevelOfWhatCanFail_isSeen() {
    String entry = entries("rmtrack/covers-path").get(0);
    rmtrack.edit(
        "requirements.yaml",
        text -> text.replace(entry, entry.replace("level: must", "level: silent")));
    assertThat(problems()).containsExactly("rmtrack/covers-path can fail and is not a must");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@rmtrack/nosuch @verifier|Then it is rejected|is of no requirement: rmtrack/nosuch",
        "@verifier|Then it is rejected|names 0 requirements",
        "@rmtrack/covers-path @rmtrack/covers-method @verifier|Then it is rejected"
            + "|names 2 requirements",
        "@rmtrack/covers-path|Then it is rejected|says not who is under test",
        "@rmtrack/covers-path @signer @verifier|Then it is rejected|says not who is under test",
        "@rmtrack/covers-path @verifier|When all signing is removed|expects nothing",
        "@rmtrack/covers-path @erratum @verifier|Then it is rejected|disagree on the erratum",
      })
  void orphanedScenario_isSeen(String row) {
    String[] cells = row.split("\\|");
    rmtrack.write("extra.feature", scenario(cells[0], "Extra", cells[1]));
    assertThat(problems()).anyMatch(one -> one.contains(cells[2]));
  }

  @Test
  void sameNameTwice_isSeen() {
    String one = scenario("@rmtrack/covers-path @verifier", "The same", "Then it is rejected");
    rmtrack.write("one.feature", one).write("two.feature", one);
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("two.feature:5: the scenario has the name of the one at ", "one.feature:5: 'The");
  }

  private String scenario(String tags, String name, String step) {
    return rmtrack.scenario(tags, name, "Given a signed request that is accepted", step);
  }

  /** The entries of the requirements' file that have a word in them. */
  private static List<String> entries(String word) {
    List<String> found = new ArrayList<>();
    Matcher matcher =
        REQUIREMENT.matcher(Documents.readText(Runs.FEATURES.resolve("rmtrack/requirements.yaml")));
    while (matcher.find()) {
      if (matcher.group().contains(word)) {
        found.add(matcher.group());
      }
    }
    return found;
  }
}
