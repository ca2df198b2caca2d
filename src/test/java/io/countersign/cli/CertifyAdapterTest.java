package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.adapters.Programs;
import io.countersign.conformance.SampleAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certify --adapter}: right, deviating and crashing programs, and {@code --expected}. */
final class CertifyAdapterTest {
  private static final String CASES = "rmtrack/final-newline,rmtrack/base64,rmtrack/date-in-utc";

  @TempDir private Path temp;

  private CertifyRun certify(String manner, String... more) {
    String[] args = new String[more.length + 5];
    System.arraycopy(
        new String[] {"rmtrack", "--adapter", SampleAdapter.command(manner), "--only", CASES},
        0,
        args,
        0,
        5);
    System.arraycopy(more, 0, args, 5, more.length);
    return CertifyRun.in(temp, args);
  }

  private String expecting(String text) throws IOException {
    return Files.writeString(temp.resolve("expected.yaml"), text).toString();
  }

  @Test
  void rightAdapter_isConformant() {
    CertifyRun run = certify("right");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("conformant: adapter sample, documented profile");
    assertThat(run.err()).contains("no credentials given for rmtrack");
  }

  @Test
  void deviatingAdapter_isNot_andIsToldWhere() {
    CertifyRun run = certify("deviating");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .containsOnlyOnce("failed rmtrack/")
        .containsOnlyOnce("what it did: The newline at the end of the string to sign was left out.")
        .contains("\n  and 1 more like it, of rmtrack/base64, rmtrack/final-newline\n")
        .contains("not conformant: adapter sample");
  }

  @Test
  void expectedDeviation_doesNotFail() throws IOException {
    String file =
        expecting("rmtrack/final-newline: they forgot it\nrmtrack/base64: follows from that\n");
    CertifyRun run = certify("deviating", "--expected", file);
    assertThat(run.out()).contains("conformant: adapter sample");
    assertThat(run.status()).isZero();
    assertThat(run.report("summary.json"))
        .contains("expected (they forgot it): ")
        .containsPattern(
            "\"rmtrack/final-newline\",\\s+\"level\" : \"must\",\\s+\"status\" : \"recorded\"");
    assertThat(run.report("summary.md")).contains("| final-newline | must | recorded | ");
    assertThat(run.out())
        .containsSubsequence(
            "\n\nexpected: rmtrack/base64 (follows from that)\n"
                + "expected: rmtrack/final-newline (they forgot it)\n\nconformant: ");
  }

  @Test
  void expectedDeviation_isNotNotedQuietly() throws IOException {
    String file =
        expecting("rmtrack/final-newline: they forgot it\nrmtrack/base64: follows from that\n");
    assertThat(certify("deviating", "--expected", file, "--quiet").out())
        .contains("conformant: adapter sample")
        .doesNotContain("expected: ");
  }

  @Test
  void expectedDeviationThatNoLongerHappens_fails() throws IOException {
    String file = expecting("rmtrack/final-newline: they forgot it\n");
    CertifyRun run = certify("right", "--expected", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("it was expected to fail (they forgot it) and no longer does")
        .contains("take it off the list");
  }

  @Test
  void crashingAdapter_isInconclusive() {
    CertifyRun run = certify("crashing");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("inconclusive: adapter sample");
    assertThat(run.report("summary.json")).contains("\"verdict\" : \"inconclusive\"");
  }

  @Test
  void programThatIsNotThere_isInconclusive_inOneLine() {
    CertifyRun run = CertifyRun.in(temp, "rmtrack", "--adapter", "/no/such/program", "--seed", "7");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines()).singleElement().asString().contains("/no/such/program");
    assertThat(run.report("summary.json")).contains("\"seed\" : 7");
  }

  @Test
  void programThatEndsAtOnce_isInconclusive_inOneLine() {
    CertifyRun run = CertifyRun.in(temp, "rmtrack", "--adapter", "true");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines()).singleElement().asString().startsWith("countersign: inconcl");
  }

  @Test
  void adapterThatSkipsAllThatIsWrong_isSaidToHaveShownNothing() {
    Programs.need("python3");
    String command =
        "python3 '%s' '%s' skips-wrong verify"
            .formatted(
                Programs.resource("misbehaving.py"),
                Run.HOME.resolve("src/adapters/python/adapter.py"));
    CertifyRun run =
        CertifyRun.in(
            temp,
            "rmtrack",
            "--adapter",
            command,
            "--only",
            "rmtrack/valid-request,rmtrack/covers-path",
            "--quiet");
    String words = "the verifier skipped every request of rmtrack that it has to reject (";
    assertThat(run.status()).isZero();
    assertThat(run.out()).containsSubsequence("\nnote: " + words, "\n\nconformant: ");
    assertThat(run.report("summary.md")).contains("⚠️ " + words.substring(0, 30));
  }
}
