package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code certify} makes of the requirements that it is told to try, to skip or to expect. */
final class CertifySelectionTest {
  @TempDir private Path temp;

  @Test
  void everythingSkipped_isInconclusive_andSaysWhy() {
    CertifyRun run =
        CertifyRun.in(
            temp, "rmtrack", "--only", "rmtrack/base64", "--skip", "rmtrack/base64", "--quiet");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("not one case was executed: each was skipped, the first because of: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only|rmtrack/final-newlin|there is no requirement 'rmtrack/final-newlin'; ",
        "--tags|@nosuch|nothing is selected",
        "--tags|@signer and @verifier|nothing is selected",
      })
  void nothingSelected_isInconclusive_andSaysSo(String option, String value, String says) {
    CertifyRun run = CertifyRun.in(temp, "rmtrack", option, value);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("not one case was executed: nothing is selected", says);
    assertThat(run.out()).contains("inconclusive: embedded reference");
    assertThat(run.report("summary.json")).contains("\"verdict\" : \"inconclusive\"");
  }

  /** A slip among right ids would silently make the run smaller, or larger, than was meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only=rmtrack/base64,rmtrack/final-newlin|did you mean 'rmtrack/final-newline'?",
        "--only=rmtrack/base64,final-newline|did you mean 'rmtrack/final-newline'?",
        "--only=rmtrack/base64,rmtrak/base64|did you mean 'rmtrack/base64'?",
        "--only=rmtrack/base64,rmtrack/colour|requirement; countersign schemes show rmtrack lists them",
        "--only=rmtrack/base64,ticketmatic/base64|; countersign schemes show ticketmatic lists them",
        "--only=ticketmatic/timestamp-window,ticketmatic/nope|; countersign schemes show ticketmatic",
        "--only=rmtrack/base64,no-such|requirement; countersign schemes show rmtrack lists them",
        "--only=rmtrack/base64,nothing/base64|requirement; countersign schemes show SCHEME lists them",
        "--skip=rmtrack/final-newlin|did you mean 'rmtrack/final-newline'?",
        "--skip=rmtrack/base64,rmtrack/*|--skip names 'rmtrack/*', which is no requirement; ",
      })
  void idOfNoRequirement_isWrongUsage(String option, String says) {
    CertifyRun run = CertifyRun.in(temp, "rmtrack", "--adapter", "false", option);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("countersign: " + option.substring(0, 6) + " names '")
        .contains(says);
    assertThat(run.reports()).doesNotExist();
  }

  /** One list serves the runs of several schemes. */
  @Test
  void idOfAnotherScheme_isNoSlip() {
    CertifyRun run =
        CertifyRun.in(
            temp,
            "rmtrack",
            "--only",
            "rmtrack/final-newline,hoshinplan/valid-request",
            "--skip",
            "ticketmatic/valid-request");
    assertThat(run.status()).as(run.err()).isZero();
  }

  @Test
  void everythingSkipped_isInconclusive() {
    CertifyRun run =
        CertifyRun.in(
            temp, "rmtrack", "--only", "rmtrack/final-newline", "--skip", "rmtrack/final-newline");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.report("summary.json")).contains("left out by --skip");
  }

  @Test
  void skip_isListedAsSkipped() {
    CertifyRun run =
        CertifyRun.in(
            temp,
            "rmtrack",
            "--only",
            "rmtrack/final-newline,rmtrack/methods",
            "--skip",
            "rmtrack/methods");
    assertThat(run.status()).isZero();
    assertThat(run.report("summary.json"))
        .contains("\"message\" : \"left out by --skip\"")
        .containsPattern("\"failed\" : 0,\\s+\"inconclusive\" : 0,\\s+\"skipped\" : [1-9]");
  }

  @Test
  void expectedOfNoRequirement_isWrongUsage() throws IOException {
    Path file = Files.writeString(temp.resolve("e.yaml"), "rmtrack/final-newlin: we know\n");
    CertifyRun run = CertifyRun.in(temp, "rmtrack", "--expected", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--expected names 'rmtrack/final-newlin'", "final-newline");
  }
}
