package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.cli.OutsideRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of an adapter that misbehaves: a status, a sentence, and reports. */
class CertifyAdaptersTest {
  private static final String PATH = "rmtrack/covers-path,rmtrack/final-newline";

  @TempDir Path reports;

  @BeforeEach
  void needPython() {
    Programs.need("python3");
  }

  @Test
  void certify_ofNoProgram_isInconclusiveWithReports() throws IOException {
    OutsideRun run = certify("no-such-program", "rmtrack");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "countersign: inconclusive: the adapter 'no-such-program' cannot be started: No such"
                + " file or directory");
    assertThat(summary()).contains("\"verdict\":\"inconclusive\"").contains("cannot be started");
    assertPlain(run);
  }

  @Test
  void certify_ofAnAdapterForOtherSchemes_isInconclusiveAndSaysWhichItKnows() {
    OutsideRun any = certify(Programs.misbehaving("hello-other-schemes"));
    OutsideRun one = certify(Programs.misbehaving("hello-other-schemes"), "rmtrack");

    assertThat(any.status()).isEqualTo(3);
    assertThat(any.err())
        .contains("the adapter knows none of the schemes hoshinplan, rmtrack,")
        .contains("; its hello names \\u001b[31mred, acme");
    assertThat(one.status()).isEqualTo(3);
    assertThat(one.err())
        .contains(
            "the adapter knows none of the schemes rmtrack; its hello names \\u001b[31mred, acme");
    assertPlain(any);
  }

  @Test
  void certify_ofOneThatIsRight_isConformant() throws IOException {
    OutsideRun run = certify(Programs.misbehaving("honest", "sign", "verify"), "rmtrack", PATH);

    assertThat(run.status()).as(run.console()).isZero();
    assertThat(summary()).contains("\"verdict\":\"conformant\"");
  }

  /** An adapter that is wrong now and then has to be wrong at the same place again. */
  @Test
  void certify_withTheSameSeedAndTime_asksTheSameInTheSameOrder() throws IOException {
    String first = asked("first");

    assertThat(first.lines()).hasSizeGreaterThan(100);
    assertThat(asked("second")).isEqualTo(first);
  }

  private String asked(String name) throws IOException {
    Path log = reports.resolve(name);
    String adapter = "sh -c 'tee " + log + " | " + Programs.misbehaving("honest", "sign", "verify");
    OutsideRun run =
        OutsideRun.of(
            Map.of(),
            "rmtrack",
            "--adapter",
            adapter + "'",
            "--reports",
            reports.resolve("of-" + name).toString(),
            "--seed",
            "7",
            "--at",
            "2026-01-01T00:00:00Z");
    assertThat(run.status()).as(run.console()).isZero();
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /** How a client reads what the documentation leaves open is seen by what it sends. */
  @Test
  void certify_ofAClient_recordsHowItReadsWhatIsOpen() throws IOException {
    OutsideRun run =
        certify(Example.PYTHON.command(), "ticketevolution", "ticketevolution/valid-request");

    assertThat(run.status()).as(run.console()).isZero();
    assertThat(summary()).contains("\"settled\":[\"the client signs the host without its port\"");
    assertThat(run.console())
        .contains(
            "note: settled by trying: ticketevolution: the client signs the host without its port\n");
  }

  @Test
  void certify_ofOneThatOnlyErrs_isNotConformant() throws IOException {
    OutsideRun run = certify(Programs.misbehaving("errors"), "rmtrack", PATH);

    assertThat(run.status()).isEqualTo(1);
    assertThat(summary()).contains("\"verdict\":\"not-conformant\"");
    assertPlain(run);
  }

  @Test
  void certify_ofOneThatSkipsAll_isInconclusive() throws IOException {
    OutsideRun run = certify(Programs.misbehaving("skips", "sign", "verify"), "rmtrack", PATH);

    assertThat(run.status()).isEqualTo(3);
    assertThat(summary()).contains("no time\\\\u001b[31m");
    assertPlain(run);
  }

  /** Hundreds of cases, and a console that can be read: what happened is said early and once. */
  @Test
  void certify_ofOneThatCrashes_saysSoOnceAndNotForEachCase() throws IOException {
    OutsideRun run = certify(Programs.misbehaving("exits", "sign", "verify"), "rmtrack");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines().filter(line -> line.contains("first inconclusive case: ")))
        .hasSize(1);
    assertThat(run.err()).contains("ended with status 9 when it was asked");
    assertThat(run.out().lines()).hasSizeLessThan(60);
    assertThat(run.out()).contains("is not started again after 24 faults");
    assertThat(summary()).contains("\"inconclusive\":");
    assertPlain(run);
  }

  private OutsideRun certify(String command, String... schemeAndRequirements) {
    Stream<String> scheme = Stream.of(schemeAndRequirements).limit(1);
    Stream<String> only =
        schemeAndRequirements.length > 1
            ? Stream.of("--only", schemeAndRequirements[1])
            : Stream.of();
    return OutsideRun.of(
        Map.of(),
        Stream.of(
                scheme,
                only,
                Stream.of("--adapter", command, "--reports", reports.toString(), "--seed", "1"))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private String summary() throws IOException {
    return Files.readString(reports.resolve("summary.json"), StandardCharsets.UTF_8)
        .replaceAll("\\s*([:,{}\\[\\]])\\s*\"", "$1\"")
        .replaceAll("\"\\s*:\\s*", "\":");
  }

  private static void assertPlain(OutsideRun run) {
    assertThat(run.console()).doesNotContain("\tat ", "Exception", "\u001b");
  }
}
