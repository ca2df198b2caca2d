package io.countersign.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestTest {
  private static final Path FEATURES = Path.of("features");

  @TempDir private Path folder;

  @Test
  void everyScheme_lacksNothingUnderDocumentedAndIsAsPublished() throws IOException {
    SelfTestResult result = run(FEATURES, Profile.DOCUMENTED, Set.of());

    assertThat(result.trials()).filteredOn(trial -> !trial.end().isGood()).isEmpty();
    assertThat(result.unnamed()).isEmpty();
    assertThat(PowerPage.of(result))
        .as("docs/power.md; write it anew with ./countersign selftest --markdown > docs/power.md")
        .isEqualTo(Files.readString(Path.of("docs", "power.md")));
  }

  @Test
  void readme_hasTheFiguresOfThePage() throws IOException {
    assertThat(figures(Path.of("README.md"))).isEqualTo(figures(Path.of("docs", "power.md")));
  }

  @Test
  void deployedProfile_lacksNothing() {
    SelfTestResult result = run(FEATURES, Profile.DEPLOYED, Set.of());

    assertThat(result.trials()).filteredOn(trial -> !trial.end().isGood()).isEmpty();
    assertThat(result.unnamed()).isEmpty();
  }

  @Test
  void fileOfScenariosTakenAway_letsDeviationsThrough() throws IOException {
    Path weak = copy("rmtrack");
    Files.delete(weak.resolve("rmtrack").resolve("path.feature"));

    SelfTestResult result = run(weak, Profile.DOCUMENTED, Set.of("path-double-slashes-merged"));

    assertThat(result.isGood()).isFalse();
    assertThat(result.trials())
        .extracting(Trial::id, Trial::end)
        .contains(tuple("path-double-slashes-merged", Trial.End.SURVIVED));
  }

  @Test
  void scenariosOfOneRequirementTakenAway_letDeviationsThrough() throws IOException {
    Path weak = copy("ticketmatic-basic");
    Path file = weak.resolve("ticketmatic-basic").resolve("basic.feature");
    Files.writeString(
        file, without("header-names-in-any-case", Files.readString(file, StandardCharsets.UTF_8)));

    SelfTestResult result = run(weak, Profile.DOCUMENTED, Set.of("header-names-in-one-case-only"));

    assertThat(result.trials()).extracting(Trial::end).containsExactly(Trial.End.SURVIVED);
  }

  @Test
  void mustThatNothingFails_isListed() {
    SelfTestResult result = run(FEATURES, Profile.DEPLOYED, Set.of("everything-accepted"));

    assertThat(result.isGood()).isFalse();
    assertThat(result.unnamed()).contains("hoshinplan/parameter-order");
  }

  private static SelfTestResult run(Path features, Profile profile, Set<String> only) {
    Schemes schemes = Schemes.in(List.of(features));
    List<SchemeUnderTest> subjects = new ArrayList<>();
    for (String id : schemes.ids()) {
      Scheme scheme = schemes.scheme(id);
      if (profile == Profile.DOCUMENTED || scheme.hasDeployedProfile()) {
        subjects.add(
            new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme)));
      }
    }
    SelfTest test = new SelfTest(subjects, profile, SelfTest.CLOCK, SelfTest.SEED);
    return (only.isEmpty() ? test : test.withOnly(only)).run(trial -> {});
  }

  private Path copy(String scheme) throws IOException {
    Path to = Files.createTempDirectory(folder, "features").resolve(scheme);
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(FEATURES.resolve(scheme))) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(file.getFileName()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return to.getParent();
  }

  /** The feature without the scenarios of a requirement; each begins with its tags. */
  private static String without(String requirement, String feature) {
    StringBuilder kept = new StringBuilder();
    for (String block : feature.split("(?m)^(?=  @)")) {
      if (!block.startsWith("  @ticketmatic-basic/" + requirement + " ")) {
        kept.append(block);
      }
    }
    return kept.toString();
  }

  private static String figures(Path page) throws IOException {
    String text = Files.readString(page, StandardCharsets.UTF_8);
    return text.substring(text.indexOf(PowerPage.BEGIN), text.indexOf(PowerPage.END));
  }
}
