package io.countersign.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.conformance.Runs;
import io.countersign.conformance.SchemeCopy;
import io.countersign.scheme.Profile;
import io.countersign.target.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestTest {
  private static final Path FEATURES = Path.of("features");

  @TempDir private Path folder;

  @Test
  void everyScheme_lacksNothingUnderDocumentedAndIsAsPublished() throws IOException {
    SelfTestResult result = Trials.of(FEATURES, Profile.DOCUMENTED, Set.of());

    assertThat(result.trials()).filteredOn(trial -> !trial.end().isGood()).isEmpty();
    assertThat(result.unnamed()).isEmpty();
    assertEnough(result.trials());
    assertThat(PowerPage.of(result))
        .as("docs/power.md; write it anew with ./countersign selftest --markdown > docs/power.md")
        .isEqualTo(Files.readString(Path.of("docs", "power.md")));
  }

  /** A figure of a few says little: so many ways to be wrong are tried on every scheme. */
  private static void assertEnough(List<Trial> trials) {
    for (PowerTally tally : PowerTally.of(trials)) {
      assertThat(tally.all())
          .as(tally.scheme() + " " + tally.role())
          .isGreaterThanOrEqualTo(
              switch (tally.role()) {
                case SIGNER -> 40;
                case VERIFIER -> 20;
                default -> 2;
              });
    }
    assertThat(distinct(trials, Role.SIGNER)).hasSizeGreaterThanOrEqualTo(40);
    assertThat(distinct(trials, Role.VERIFIER)).hasSizeGreaterThanOrEqualTo(25);
    assertThat(trials).filteredOn(trial -> !trial.isRight()).hasSizeGreaterThanOrEqualTo(250);
    assertThat(trials)
        .filteredOn(Trial::isRight)
        .extracting(Trial::scheme)
        .containsAll(Runs.ALL)
        .hasSizeGreaterThan(15);
    // Some name a credential field, which is spelled as its vendor does.
    assertThat(trials).extracting(Trial::id).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  private static Set<String> distinct(List<Trial> trials, Role role) {
    return trials.stream()
        .filter(trial -> trial.role() == role && !trial.isRight())
        .map(Trial::id)
        .collect(Collectors.toSet());
  }

  @Test
  void readme_hasTheFiguresOfThePage() throws IOException {
    assertThat(figures(Path.of("README.md"))).isEqualTo(figures(Path.of("docs", "power.md")));
  }

  @Test
  void deployedProfile_lacksNothing() {
    SelfTestResult result = Trials.of(FEATURES, Profile.DEPLOYED, Set.of());

    assertThat(result.trials()).filteredOn(trial -> !trial.end().isGood()).isEmpty();
    assertThat(result.unnamed()).isEmpty();
  }

  @Test
  void fileOfScenariosTakenAway_letsDeviationsThrough() throws IOException {
    SchemeCopy weak = SchemeCopy.below(folder, "rmtrack");
    weak.delete(weak.file("path.feature"));

    SelfTestResult result =
        Trials.of(folder, Profile.DOCUMENTED, Set.of("path-double-slashes-merged"));

    assertThat(result.isGood()).isFalse();
    assertThat(result.trials())
        .extracting(Trial::id, Trial::end)
        .contains(tuple("path-double-slashes-merged", Trial.End.SURVIVED));
  }

  @Test
  void scenariosOfOneRequirementTakenAway_letDeviationsThrough() throws IOException {
    SchemeCopy weak = SchemeCopy.below(folder, "ticketmatic-basic");
    assertThat(weak.takeScenariosAway("@ticketmatic-basic/standard-base64 ")).isPositive();

    SelfTestResult result = Trials.of(folder, Profile.DOCUMENTED, Set.of("signature-in-base64url"));

    assertThat(result.trials()).extracting(Trial::end).containsOnly(Trial.End.SURVIVED);
  }

  @Test
  void mustThatNothingFails_isListed() {
    SelfTestResult result = Trials.of(FEATURES, Profile.DEPLOYED, Set.of("everything-accepted"));

    assertThat(result.isGood()).isFalse();
    assertThat(result.unnamed()).contains("hoshinplan/parameter-order");
  }

  /** No case names it, so that none can fail: whoever added it does not know. */
  @Test
  void mustThatNothingTests_isListed_andAShouldIsNot() {
    SchemeCopy.below(folder, "ticketmatic-basic")
        .edit("requirements.yaml", text -> text + made("must") + made("should"));

    SelfTestResult result = Trials.of(folder, Profile.DOCUMENTED, Set.of("everything-accepted"));

    assertThat(result.isGood()).isFalse();
    assertThat(result.unnamed())
        .contains("ticketmatic-basic/made-up-must")
        .doesNotContain("ticketmatic-basic/made-up-should");
  }

  private static String made(String level) {
    return """
          - id: ticketmatic-basic/made-up-%s
            level: %s
            says: Nobody has thought of a scenario for it.
            document: authentication
            section: Overview
        """
        .formatted(level, level);
  }

  private static String figures(Path page) throws IOException {
    String text = Files.readString(page, StandardCharsets.UTF_8);
    return text.substring(text.indexOf(PowerPage.BEGIN), text.indexOf(PowerPage.END));
  }
}
