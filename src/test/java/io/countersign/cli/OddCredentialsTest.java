package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that can hardly be meant: a person is told which, and where they are. */
final class OddCredentialsTest {
  private static final String REQUEST = "GET https://www.example.com/a HTTP/1.1\n\n";

  @TempDir private Path folder;

  @Test
  void emptyValue_isRefused_withItsPlace() throws IOException {
    Path file = write("accesskey: abc\nsecretkey: ''\n");

    assertRefused(sign(file), file + ":2:12: the credential 'secretkey' is empty; give its value");
  }

  /** As a job has it whose secret is not there. */
  @Test
  void emptyVariable_isRefused() {
    assertRefused(
        sign(Map.of("COUNTERSIGN_ACCESSKEY", "abc", "COUNTERSIGN_SECRETKEY", "")),
        "the variable COUNTERSIGN_SECRETKEY is empty; give it a value, or unset it");
  }

  /** What java could not read of a variable is a replacement character there. */
  @Test
  void variableThatIsNotText_isRefused() {
    assertRefused(
        sign(Map.of("COUNTERSIGN_ACCESSKEY", "abc", "COUNTERSIGN_SECRETKEY", "s\ufffd")),
        "the variable COUNTERSIGN_SECRETKEY is not UTF-8 text; set it in UTF-8");
  }

  @Test
  void identifierOfTwoLines_isRefused_withItsSource() throws IOException {
    Path file = write("accesskey: |\n  abc\nsecretkey: xyz\n");

    assertRefused(sign(file), "the credential 'accesskey' in " + file + " has a line break");
    assertRefused(
        sign(Map.of("COUNTERSIGN_ACCESSKEY", "abc\n", "COUNTERSIGN_SECRETKEY", "xyz")),
        "the credential 'accesskey' in COUNTERSIGN_ACCESSKEY has a line break");
  }

  /** The line end of the file that a secret was kept in is a classic reason for a bare 401. */
  @Test
  void secretWithALineEnd_isTakenAsItIs_withANote() throws IOException {
    Path file = write("accesskey: abc\nsecretkey: |\n  x7z\n");
    Run run = sign(file);

    assertThat(run.status()).isZero();
    assertThat(run.err().lines())
        .containsExactly(
            "countersign: the secret 'secretkey' in "
                + file
                + " begins or ends with a blank or line break, which is taken for a part of it");
    assertThat(run.err()).doesNotContain("x7z");
    assertThat(sign(write("accesskey: abc\nsecretkey: x7z\n")).out())
        .isNotEmpty()
        .isNotEqualTo(run.out());
  }

  @Test
  void note_isSaidOnce_forSchemesWithTheSameCredentials() {
    Map<String, String> variables =
        Map.of(
            "COUNTERSIGN_ACCESSKEY",
            "abc",
            "COUNTERSIGN_SECRETKEY",
            " xyz",
            "COUNTERSIGN_ACCOUNT",
            "club");
    Run run =
        Run.with(
            variables,
            "",
            "certify",
            "ticketmatic",
            "ticketmatic-basic",
            "--only",
            "ticketmatic/signature-value",
            "--reports",
            folder.toString());

    assertThat(run.err()).containsOnlyOnce("the secret 'secretkey' in COUNTERSIGN_SECRETKEY");
  }

  private static Run sign(Path credentials) {
    return Run.onInput(
        REQUEST, "sign", "rmtrack", "--request", "-", "--credentials", credentials.toString());
  }

  private static Run sign(Map<String, String> variables) {
    return Run.with(variables, REQUEST, "sign", "rmtrack", "--request", "-");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("credentials.yaml"), text);
  }

  private static void assertRefused(Run run, String text) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("countersign: ").contains(text);
    assertThat(run.err().lines()).as("one message, no stack trace").hasSize(1);
  }
}
