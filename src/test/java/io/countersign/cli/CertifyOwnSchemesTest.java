package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.Runs;
import io.countersign.conformance.SchemeCopy;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code certify --schemes DIR}: a folder is as good as a built-in scheme, and held to as much. */
final class CertifyOwnSchemesTest {
  @TempDir private Path temp;

  private CertifyRun certify(Path schemes, String... args) {
    return CertifyRun.ofSchemes(schemes, temp, args);
  }

  /** A scheme.yaml alone: everything that is tried follows from it. */
  @Test
  void schemeWithoutFeatures_isCertifiedByWhatFollowsFromItsFile() {
    CertifyRun run = certify(TestSchemes.further(), "slack");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.report("summary.json")).contains("slack/covers-body");
    assertThat(run.report("junit.xml")).contains("classname=\"slack.covers-timestamp\"");
  }

  /** Such a scheme has the requirements that its scenarios name. */
  @Test
  void schemeWithoutFeatures_knowsAWrongId() {
    certify(TestSchemes.further(), "slack", "--skip", "slack/cover-body")
        .requireWrong("did you mean 'slack/covers-body'?");
    CertifyRun right = certify(TestSchemes.further(), "slack", "--only", "slack/covers-body");
    assertThat(right.status()).as(right.err()).isZero();
  }

  @Test
  void ownFeatureAndRequirements_areTried() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("schemes"));
    SchemeCopy copy = SchemeCopy.below(TestSchemes.further(), folder, "slack", "chat");
    copy.write(
        "requirements.yaml",
        """
        requirements:
          - id: chat/version
            level: must
            says: The string to sign begins with v0.
            document: page
            section: Step one
        """);
    copy.write(
        "version.feature",
        """
        @chat
        Feature: The version is signed

          @chat/version @verifier
          Scenario: A signature without its version is refused
            Given the time is 2018-12-08T09:07:21Z
            And a POST request for "https://app.example/hook" with the body "a=1"
            And a signed request that is accepted
            When it is signed over "1544260041:a=1"
            Then it is rejected as signature-mismatch

          @chat/version @signer
          Scenario: The string to sign begins with the version
            Given the time is 2018-12-08T09:07:21Z
            And a POST request for "https://app.example/hook" with the body "a=1"
            When it is signed
            Then the string to sign is "v0:1544260041:a=1"
        """);
    CertifyRun run = certify(folder, "chat", "--only", "chat/version");
    assertThat(run.err()).doesNotContain("nothing tests");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).containsPattern("chat +4 +0 +0 +0 +0\n");
  }

  /** Everybody meets it, so that nobody can be said to. */
  @ParameterizedTest
  @ValueSource(strings = {"--no-color", "--quiet"})
  void mustThatNothingTests_leavesTheRunInconclusive(String option) {
    CertifyRun run = certify(withUntestedRequirement(), "mine", option);

    assertThat(run.out())
        .containsOnlyOnce("nothing tests ")
        .contains("note: nothing tests mine/no-such-case, a must of requirements.yaml, ")
        .contains(" write a scenario with the tag @mine/no-such-case, or let it be untestable ")
        .contains("\ninconclusive: ");
    assertThat(run.err()).doesNotContain("nothing tests");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.report("summary.md"))
        .contains("⚠️ inconclusive")
        .contains("⚠️ nothing tests mine/no-such-case, a must");
    assertThat(run.report("summary.json"))
        .contains("\"verdict\" : \"inconclusive\"")
        .contains("\"untested\" : [ \"mine/no-such-case\" ]");
  }

  /** Only a must is what every implementation has to do. */
  @Test
  void shouldThatNothingTests_isSaid_andLeavesTheRunGreen() {
    Path folder = withUntestedRequirement();
    new SchemeCopy(folder, "mine")
        .edit(
            "requirements.yaml",
            text ->
                text.replace("no-such-case\n    level: must", "no-such-case\n    level: should"));

    CertifyRun run = certify(folder, "mine");

    assertThat(run.err())
        .containsOnlyOnce("nothing tests ")
        .contains("nothing tests mine/no-such-case, which requirements.yaml lists");
    assertThat(run.out()).doesNotContain("nothing tests");
    assertThat(run.status()).isZero();
  }

  /** Who leaves it out by name knows of it. */
  @Test
  void mustThatNothingTests_canBeLeftOut() {
    CertifyRun run = certify(withUntestedRequirement(), "mine", "--skip", "mine/no-such-case");

    assertThat(run.status()).isZero();
  }

  @Test
  void requirementThatNothingTests_isSaidOfThoseThatWereChosen() {
    Path folder = withUntestedRequirement();

    CertifyRun chosen = certify(folder, "mine", "--only", "mine/no-such-case");
    assertThat(chosen.err()).contains("nothing tests mine/no-such-case, which ");
    assertThat(chosen.status()).isEqualTo(3);

    CertifyRun other = certify(folder, "mine", "--only", "mine/final-newline");
    assertThat(other.err()).doesNotContain("nothing tests");
    assertThat(other.status()).isZero();
  }

  /** A scenario that was commented out is none. */
  private Path withUntestedRequirement() {
    Path folder = temp.resolve("schemes");
    SchemeCopy.below(Runs.FEATURES, folder, "rmtrack", "mine")
        .edit("date.feature", text -> text + "# @mine/no-such-case\n")
        .edit(
            "requirements.yaml",
            text -> {
              String entry = text.substring(text.indexOf("  - id: mine/final-newline"));
              String one = entry.substring(0, entry.indexOf("  - id: ", 5));
              String again = one.replaceFirst("    broken-by: .*\n", "");
              return text.replace(one, one + again.replace("final-newline", "no-such-case"));
            });
    return folder;
  }

  @Test
  void schemeOfABuiltInName_isWrongInput() {
    SchemeCopy.below(temp.resolve("schemes"), "rmtrack");
    certify(temp.resolve("schemes"), "rmtrack").requireWrong("the scheme rmtrack is in ");
  }

  /** Not of {@code certify}, but of the same promise: what is broken turns it red. */
  @Test
  void wrongVector_isFound() throws IOException {
    Path vectors = Runs.FEATURES.resolveSibling("vectors/rmtrack/requests.json");
    String text = Files.readString(vectors);
    int at = text.indexOf("\"signature\": \"") + "\"signature\": \"".length();
    String other = text.charAt(at) == 'A' ? "B" : "A";
    Path wrong =
        Files.writeString(
            temp.resolve("requests.json"), text.substring(0, at) + other + text.substring(at + 1));
    assertThat(Run.of("vectors", "check", vectors.toString()).status()).isZero();
    Run run = Run.of("vectors", "check", wrong.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().strip()).endsWith(" passed, 1 failed");
  }
}
