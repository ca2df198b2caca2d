package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.Runs;
import io.countersign.conformance.SchemeCopy;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code certify --schemes DIR}: a folder is as good as a built-in scheme, and held to as much. */
final class CertifyOwnSchemesTest {
  @TempDir private Path temp;

  private CertifyRun certify(Path schemes, String... args) {
    String[] all =
        Stream.concat(Stream.of("--schemes", schemes.toString()), Stream.of(args))
            .toArray(String[]::new);
    return CertifyRun.in(temp, all);
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
    wrong(
        certify(TestSchemes.further(), "slack", "--skip", "slack/cover-body"),
        "did you mean 'slack/covers-body'?");
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
    wrong(certify(temp.resolve("schemes"), "rmtrack"), "the scheme rmtrack is in ");
  }

  static List<Object[]> mistakes() {
    return List.of(
        new Object[] {"scheme.yaml", "- method", "- metod", "scheme.yaml:"},
        new Object[] {"scheme.yaml", "title:", "titel:", "scheme.yaml:"},
        new Object[] {"scheme.yaml", "key: secretkey", "key: nosuch", "scheme.yaml:"},
        new Object[] {"requirements.yaml", "level: must", "level: shall", "requirements.yaml:"},
        new Object[] {"date.feature", "Feature:", "Feeture:", "date.feature:2:1: expected: "},
        new Object[] {
          "date.feature",
          "@mine/rfc-1123",
          "@mine/rfc-1124",
          "date.feature:14: the scenario is of no"
        },
        new Object[] {"date.feature", "@mine/", "@main/", "date.feature:"},
        new Object[] {
          "date.feature",
          "@mine\n",
          "@main\n",
          "date.feature:2: the feature is not tagged with its scheme; write @mine above it"
        },
        new Object[] {
          "date.feature",
          "clock's <time> is written <date>",
          "clock is read",
          "date.feature:15: the scenario has the name of the one at "
        },
        new Object[] {"date.feature", "When it is signed", "When it is sealed", "date.feature:"},
        new Object[] {
          "date.feature", "rejected as [a-z-]+", "rejected as bad-luck", "date.feature:"
        });
  }

  @ParameterizedTest(name = "{1} as {2} in {0}")
  @MethodSource("mistakes")
  void mistakeInAFile_isOneMessageThatSaysWhere(
      String file, String right, String mistaken, String place) {
    Path folder = temp.resolve("schemes");
    SchemeCopy.below(Runs.FEATURES, folder, "rmtrack", "mine")
        .edit(file, text -> text.replaceFirst(right, mistaken));
    wrong(certify(folder, "mine", "--tags", "@mine"), folder.resolve("mine") + "/" + place);
  }

  /** Before anything is tried: what ran already would have been for nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When it is signed with love|; the nearest is 'it is signed with the deviation {deviation}'; docs",
        "When it is singed|'it is singed'; the nearest is 'it is signed'; docs/schemes.md lists the",
        "Then it is rejectd|'it is rejectd'; the nearest is 'it is rejected'; docs/schemes.md lists",
        "Then she comes|there is no step 'she comes'; docs/schemes.md lists the steps there are",
        "Given fresh request one|'fresh request one'; the nearest is 'fresh request {count}'; docs",
        "Given the time is 2014-09-23T17:23:00|; the nearest is 'the time is {instant}'; docs",
      })
  void unknownStep_isWrongInputAtItsLine(String step, String says) {
    untried(step, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Given fresh request 99999999999|99999999999 is too large; write a number up to 1000000",
        "Given fresh request 1000001|1000001 is too large",
        "Given the time is 2014-09-31T17:23:00Z|2014-09-31T17:23:00Z' is no time that exists",
        "Given a POST request for \"https://h/x\" with the bytes \"ff0\"|ff0' is not hexadecimal",
        "Given a POST request for \"https://h/x\" with the bytes \"zz\"|zz' is not hexadecimal",
        "Given a POST request for \"https://h/x\" with the body \"k\" repeated 900000000 times"
            + "|900000000 is too large",
        "Given the credential \"accesskey\" is \"k\" repeated 2000000000 times|2000000000 is too",
        "When it was signed 5:99 ago|5:99' has more than 59 seconds; write m:ss",
        "When its field \"acceskey\" is removed|sends no field 'acceskey'; did you mean 'accesskey'?",
      })
  void wrongWordsInAStep_areWrongInputAtItsLine(String step, String says) {
    untried(step, "wrong words in '" + step.substring(step.indexOf(' ') + 1) + "'");
    untried(step, says);
  }

  private void untried(String step, String says) {
    Path folder = temp.resolve("schemes");
    SchemeCopy copy = SchemeCopy.below(Runs.FEATURES, folder, "rmtrack", "mine");
    copy.write(
        "zone.feature",
        copy.scenario(
            "@mine/valid-request @signer",
            "A slip of the pen",
            "Given a call of the first resource",
            step,
            "Then the reference verifier accepts it"));
    Path asked = temp.resolve("asked");
    CertifyRun run =
        certify(
            folder,
            "mine",
            "--adapter",
            "sh -c 'read -r line; echo \""
                + "{\\\"id\\\":1,\\\"name\\\":\\\"a\\\",\\\"schemes\\\":[\\\"mine\\\"],\\\"ops\\\":[\\\"sign\\\"]}"
                + "\"; read -r line && echo \"$line\" >\""
                + asked
                + "\"'");
    wrong(run, folder.resolve("mine/zone.feature") + ":7: ");
    assertThat(run.err()).contains(says);
    assertThat(asked).doesNotExist();
  }

  /** A sentence about what a verifier sees, where the target signs. */
  @Test
  void stepOfTheOtherRole_isWrongInputAtItsLine() {
    Path folder = temp.resolve("schemes");
    SchemeCopy copy = SchemeCopy.below(Runs.FEATURES, folder, "rmtrack", "mine");
    copy.write(
        "other.feature",
        copy.scenario(
            "@mine/valid-request @signer",
            "Nobody asked a verifier",
            "Given a call of the first resource",
            "When it is signed",
            "Then it is accepted"));
    CertifyRun run = certify(folder, "mine", "--only", "mine/valid-request");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("other.feature:8: wrong words in 'it is accepted'; nothing is signed before it")
        .doesNotContain("Exception");
  }

  private static void wrong(CertifyRun run, String says) {
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err().lines().toList())
        .filteredOn(line -> !line.contains("published examples"))
        .singleElement()
        .asString()
        .startsWith("countersign: ")
        .contains(says);
    assertThat(run.out()).isEmpty();
    assertThat(run.reports()).doesNotExist();
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
