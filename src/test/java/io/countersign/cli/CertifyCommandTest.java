package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code certify} against the embedded target: what it prints, writes and ends with. */
final class CertifyCommandTest {
  @TempDir private static Path shared;
  private static CertifyRun whole;

  @TempDir private Path temp;

  @BeforeAll
  static void certify() {
    whole = CertifyRun.in(shared, "--seed", "7");
  }

  @Test
  void everyScheme_isConformant() {
    assertThat(whole.status()).isZero();
    assertThat(whole.out())
        .contains("hoshinplan ", "rmtrack ", "ticketevolution ", "ticketmatic ")
        .contains("ticketmatic-basic ", "total ")
        .contains("conformant: embedded reference, documented profile, ")
        .contains(" s, seed 7\n")
        .endsWith("report: " + whole.reports().resolve("index.html") + "\n");
    assertThat(whole.err().lines())
        .hasSize(5)
        .allMatch(
            line ->
                line.matches(
                    "countersign: no credentials given for \\S+: using its published examples"));
  }

  @Test
  void reports_areThoseOfTheContract() {
    for (String name : List.of("index.html", "junit.xml", "summary.json", "summary.md")) {
      assertThat(whole.reports().resolve(name)).isNotEmptyFile();
    }
    assertThat(whole.reports().resolve("allure-results")).isNotEmptyDirectory();
    assertThat(whole.report("summary.json"))
        .contains("\"verdict\" : \"conformant\"", "\"profile\" : \"documented\"");
  }

  @Test
  void json_isTheSummaryAndNothingElse() {
    CertifyRun run = CertifyRun.in(temp, "rmtrack", "--only", "rmtrack/final-newline", "--json");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo(run.report("summary.json"));
    Fields summary = Fields.open(Documents.readJson("out", run.out()), "a summary");
    assertThat(summary.text("verdict")).isEqualTo("conformant");
  }

  @Test
  void quiet_saysNothingBesides() {
    CertifyRun run = CertifyRun.in(temp, "rmtrack", "--only", "rmtrack/final-newline", "--quiet");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void deployedProfile_isConformantToo() {
    CertifyRun run =
        CertifyRun.in(
            temp, "hoshinplan", "--profile", "deployed", "--tags", "@verifier", "--seed", "7");
    assertThat(run.out()).contains("conformant: embedded reference, deployed profile, ");
    assertThat(run.status()).isZero();
  }

  @Test
  void unknownScheme_isOneLineWithASuggestion() {
    CertifyRun run = CertifyRun.in(temp, "rmtrak");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("countersign: there is no scheme 'rmtrak'; ")
        .contains("rmtrack");
    assertThat(run.reports()).doesNotExist();
  }

  /** Nobody shall be asked hundreds of things for reports that cannot be written. */
  @Test
  void reportsThatCannotBeWritten_areSaidBeforeAnythingIsAsked() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    for (Path reports : List.of(file, file.resolve("below"))) {
      Run run =
          Run.now(
              Map.of(),
              "certify",
              "rmtrack",
              "--endpoint",
              "http://127.0.0.1:1",
              "--reports",
              reports.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err())
          .contains("cannot write reports into " + reports)
          .doesNotContain("inconclusive");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tags=@a and|'@a and' is no tag expression",
        "--timeout=soon|'soon' is no duration; write it as in 10s, 500ms or 2m",
        "--timeout=0s|'0s' is too short; give more than 0s",
        "--timeout=25h|'25h' is too long; give at most 24h",
        "--timeout=600h|'600h' is too long",
        "--timeout=9223372036854775807ms|is too long",
        "--timeout=-1s|'-1s' is too short",
        "--endpoint=http://127.0.0.1:1 --rate=fast|'fast' is no rate; write it as in 10/s or 0.5/s",
        "--endpoint=http://127.0.0.1:1 --rate=0.5|'0.5' is no rate",
        "--endpoint=http://127.0.0.1:1 --rate=0/s|'0/s' never asks; give more than 0, as in 10/s",
        "--endpoint=http://127.0.0.1:1 --rate=0.5/s --path=x|does not begin with /",
        "--rate=10/s|are about an endpoint",
        "--allow-writes|are about an endpoint",
        "--endpoint=http://127.0.0.1:1 --path=x|does not begin with /",
        "--endpoint=http://127.0.0.1:1 --path=/a b|the path '/a b' cannot be sent",
        "--endpoint=http://127.0.0.1:1 --path=/a#b|the path '/a#b' cannot be sent",
        "--endpoint=http://127.0.0.1:99999|there is no port 99999; give one from 1 to 65535",
        "--endpoint=http://127.0.0.1:0|there is no port 0",
        "--endpoint=http://localhost:http|'localhost:http' is no host with a port",
        "--endpoint=http://[::1|'[::1' is no host with a port",
        "--endpoint=http://127.0.0.1:1 --at=2014-09-23T17:23:00Z|--at cannot set the clock",
        "--adapter=x --endpoint=http://127.0.0.1:1|--adapter and --endpoint are both given",
        "--adapter='x|has a quote ' that is not closed",
        "--adapter= |the command is empty",
        "--seed=x|seed",
        "--profile=real|profile",
        "--at=yesterday|'yesterday' is no point in time",
        "--schemes=nosuch|there is no folder nosuch",
        "--expected=nosuch.yaml|there is no file nosuch.yaml",
        "--credentials=nosuch.yaml|there is no file nosuch.yaml",
        "--colour=red|--colour",
      })
  void wrongUsage_isOneClearMessage(String options, String says) {
    CertifyRun run =
        CertifyRun.in(
            temp,
            Stream.concat(Stream.of("rmtrack"), Stream.of(options.split(" (?=--)")))
                .toArray(String[]::new));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("countersign: ").contains(says);
    assertThat(run.err()).doesNotContain("Exception", "\tat ");
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.reports()).doesNotExist();
  }

  @Test
  void whatHasNoEffect_isNoted() throws IOException {
    Path file = temp.resolve("expected.yaml");
    Files.writeString(
        file,
        "rmtrack/no-duplicates: known\nrmtrack/base64: known\nticketmatic/no-duplicates: x\n");
    CertifyRun run =
        CertifyRun.in(
            temp,
            "rmtrack",
            "hoshinplan",
            "--profile",
            "deployed",
            "--tags",
            "@rmtrack/base64",
            "--expected",
            file.toString());
    assertThat(run.err())
        .contains(
            "rmtrack has no deployed profile: the documented one is taken",
            "--expected names rmtrack/no-duplicates, which is recorded and cannot fail")
        .doesNotContain("names rmtrack/base64", "ticketmatic");
  }

  /** What people copy out of the page. */
  @Test
  void expectedOfTheDocumentation_canFail() throws IOException {
    String page = Files.readString(Run.HOME.resolve("docs/ci.md"));
    int from = page.indexOf("# ci/expected.yaml");
    Path file = temp.resolve("expected.yaml");
    Files.writeString(file, page.substring(from, page.indexOf("```", from)));
    CertifyRun run =
        CertifyRun.in(
            temp,
            "rmtrack",
            "ticketmatic",
            "--only",
            "rmtrack/base64",
            "--expected",
            file.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("--expected");
  }

  @Test
  void secretOfAUser_isInNoReportAndOnNoLine() throws IOException {
    String secret = "Tr0ub4dor&3 \u00e9/+";
    String key = "a-key-of-mine";
    CertifyRun run =
        CertifyRun.with(
            Map.of(
                "COUNTERSIGN_ACCESSKEY", key,
                "COUNTERSIGN_SECRETKEY", secret,
                "COUNTERSIGN_ACCOUNT", "mine"),
            temp,
            "ticketmatic-basic",
            "ticketmatic");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    byte[] pair = (key + ":" + secret).getBytes(StandardCharsets.UTF_8);
    List<String> forms =
        List.of(
            secret,
            "Tr0ub4dor",
            Base64.getEncoder().encodeToString(bytes),
            Base64.getEncoder().encodeToString(pair),
            HexFormat.of().formatHex(bytes),
            HexFormat.of().formatHex(pair));
    assertThat(run.out() + run.err()).doesNotContain(forms.toArray(String[]::new));
    try (Stream<Path> files = Files.walk(run.reports())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as(file.getFileName().toString())
            .doesNotContain(forms.toArray(String[]::new));
      }
    }
  }
}
