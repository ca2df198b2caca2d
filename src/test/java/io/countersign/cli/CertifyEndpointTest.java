package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SigningRules;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What certify wants to know of a server, and what it finds out about one by trying. */
class CertifyEndpointTest {
  private static final Map<String, String> CREDENTIALS =
      Map.of("COUNTERSIGN_TOKEN", "abc", "COUNTERSIGN_SECRET", "xyz");

  @TempDir private Path reports;

  /** What every call depends on stands in every report: without it nobody can repeat a call. */
  @ParameterizedTest
  @CsvSource({"0, the host without its port", "1, the host with its port"})
  void certify_recordsWhatWasSettledByTrying(int reading, String words) throws IOException {
    Scheme scheme = Schemes.in(List.of(Run.HOME.resolve("features"))).scheme("ticketevolution");
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    Registration client =
        new Registration(
            scheme.withRules(
                Profile.DOCUMENTED, rules.withStringToSign(rules.readings().get(reading))),
            Profile.DOCUMENTED,
            Credentials.examples(scheme));
    try (MockVendor server =
        MockVendor.start(MockVendor.Settings.of(List.of(client), Clock.systemUTC()))) {
      Run run =
          Run.now(
              CREDENTIALS,
              "certify",
              "ticketevolution",
              "--endpoint",
              server.url(),
              "--tags",
              "@fresh",
              "--reports",
              reports.toString());

      assertThat(run.status()).as(run.out() + run.err()).isZero();
      assertThat(run.err()).contains("settled by trying: the server takes " + words);
      for (String file :
          List.of(
              "summary.json", "summary.md", "junit.xml", "allure-results/environment.properties")) {
        assertThat(reports.resolve(file))
            .content(StandardCharsets.UTF_8)
            .contains("the server takes " + words)
            .contains("the server's clock is 0.");
      }
    }
  }

  /** The run goes by the server's clock, and every other client by its own. */
  @ParameterizedTest
  @CsvSource({
    "PT0S, false, false",
    "PT2M, true, false",
    "PT40M, true, true",
    "-PT40M, true, false", // its time may be in the future there
  })
  void certify_saysHowFarTheClockOfAServerIsOff(Duration ahead, boolean said, boolean refused)
      throws IOException {
    Scheme scheme = Schemes.in(List.of(Run.HOME.resolve("features"))).scheme("ticketmatic");
    Registration client =
        new Registration(scheme, Profile.DOCUMENTED, Credentials.examples(scheme));
    try (MockVendor server =
        MockVendor.start(
            MockVendor.Settings.of(List.of(client), Clock.offset(Clock.systemUTC(), ahead)))) {
      Path file =
          Files.writeString(
              reports.resolve("credentials.yaml"),
              scheme.credentialFields().stream()
                  .map(field -> field.name() + ": '" + field.example() + "'\n")
                  .collect(Collectors.joining()));
      Run run =
          Run.now(
              Map.of(),
              "certify",
              "ticketmatic",
              "--endpoint",
              server.url(),
              "--credentials",
              file.toString(),
              "--only",
              "ticketmatic/valid-request",
              "--reports",
              reports.toString());

      assertThat(run.status()).as(run.out() + run.err()).isZero();
      assertThat(run.err().contains("settled by trying: the server's clock is ")).isEqualTo(said);
      assertThat(run.err().contains("and will be refused")).isEqualTo(refused);
      assertThat(Files.readString(reports.resolve("summary.md")).contains("and will be refused"))
          .isEqualTo(refused);
    }
  }

  /** Where everybody is answered, nothing can be found out. */
  @Test
  void certify_refusesAPathThatNeedsNoSignature() {
    Run run =
        Run.now(
            Map.of(
                "COUNTERSIGN_ACCESSKEY", "a",
                "COUNTERSIGN_SECRETKEY", "s",
                "COUNTERSIGN_ACCOUNT", "acme"),
            "certify",
            "ticketmatic",
            "--endpoint",
            "http://127.0.0.1:1",
            "--path",
            "/api/1/acme/diagnostics/time?x=1",
            "--reports",
            reports.toString());

    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains(
            "the path '/api/1/acme/diagnostics/time' needs no signature under ticketmatic; give");
  }

  @Test
  void certify_wantsOneSchemeForAServer() {
    Run run = Run.now(CREDENTIALS, "certify", "--endpoint", "http://127.0.0.1:1");

    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "countersign: a server speaks one scheme, and none is named; name the one that it is"
                + " said to speak\n");
  }
}
