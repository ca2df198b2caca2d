package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.Runs;
import io.countersign.conformance.SchemeCopy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code certify --schemes DIR} says of slips in the files of somebody's own scheme. */
final class CertifyMistakenSchemesTest {
  @TempDir private Path temp;

  private CertifyRun certify(Path schemes, String... args) {
    return CertifyRun.ofSchemes(schemes, temp, args);
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
    certify(folder, "mine", "--tags", "@mine").requireWrong(folder.resolve("mine") + "/" + place);
  }

  /** Before anything is tried: what ran already would have been for nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When it is signed with love|; the nearest is 'it is signed with the deviation {deviation}'; docs",
        "When it is singed|'it is singed'; the nearest is 'it is signed'; docs/schemes.md lists the",
        "Then it is rejectd|'it is rejectd'; the nearest is 'it is rejected'; docs/schemes.md lists",
        "Then the tide is high|there is no step 'the tide is high'; docs/schemes.md lists the steps",
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
    run.requireWrong(folder.resolve("mine/zone.feature") + ":7: ");
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
}
