package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.countersign.cli.OutsideRun;
import io.countersign.conformance.Runs;
import io.countersign.scheme.Profile;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.target.EndpointOptions;
import io.countersign.target.EndpointTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that shares no code with ours, and verifies by itself, is certified as an endpoint. */
class IndependentServerTest {
  @TempDir private Path reports;

  /** Each scheme, under each profile that it has. */
  private static Stream<Arguments> profiles() {
    return Stream.concat(
        Runs.ALL.stream().map(scheme -> arguments(scheme, Profile.DOCUMENTED)),
        Stream.of(arguments("hoshinplan", Profile.DEPLOYED)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("profiles")
  void certify_findsNothingWrong(String scheme, Profile profile) throws IOException {
    Map<String, String> credentials =
        Map.of(
            "COUNTERSIGN_TOKEN", "token-1",
            "COUNTERSIGN_APP_KEY", "app-1",
            "COUNTERSIGN_ACCESSKEY", "key-1",
            "COUNTERSIGN_ACCOUNT", "Theatre",
            "COUNTERSIGN_SECRET", "a secret of forty characters, or nearly so",
            "COUNTERSIGN_SECRETKEY", "a secret of forty characters, or nearly so");
    try (IndependentServer server = IndependentServer.start(scheme, profile, credentials)) {
      OutsideRun run =
          OutsideRun.of(
              credentials,
              scheme,
              "--profile",
              profile.name().toLowerCase(Locale.ROOT),
              "--endpoint",
              server.url(),
              "--allow-writes",
              "--reports",
              reports.toString());

      assertThat(run.status()).as(run.console()).isZero();
      assertThat(run.out()).contains("conformant: endpoint " + server.url());
    }
  }

  /** Only the freshly made requests differ between seeds. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("profiles")
  void certify_findsNothingWrongWithAnySeed(String scheme, Profile profile) throws IOException {
    try (IndependentServer server = IndependentServer.start(scheme, profile);
        EndpointTarget target =
            EndpointTarget.of(
                EndpointOptions.of(server.url(), "countersign-test").withWrites(),
                Clock.systemUTC())) {
      List<RunResult> runs =
          Certification.of("", scheme).profile(profile).tags("@fresh").run(target, 2, 20);

      assertThat(runs).hasSize(19).allSatisfy(IndependentServerTest::assertConformant);
    }
  }

  private static void assertConformant(RunResult run) {
    assertThat(run.verdict()).as(Certification.wrong(run)).isEqualTo(RunVerdict.CONFORMANT);
    assertThat(run.counts().passed()).isEqualTo(run.cases().size()).isGreaterThan(10);
  }
}
