package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that shares no code with ours, and verifies by itself, is certified as an endpoint. */
class IndependentServerTest {
  private static final String SERVER = "src/adapters/server/server.py";

  @TempDir private Path reports;

  @BeforeEach
  void requirePython() {
    boolean there = runs("python3", "--version");
    if (!there && System.getenv("CI") != null) {
      fail("python3 is missing, and in CI nothing is skipped");
    }
    assumeTrue(there, "python3 is missing: the independent server is written in it");
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "ticketmatic, documented",
    "ticketmatic-basic, documented",
    "ticketevolution, documented",
    "rmtrack, documented",
    "hoshinplan, documented",
    "hoshinplan, deployed"
  })
  void server_isConformant(String scheme, String profile) throws Exception {
    Map<String, String> credentials = credentials(scheme);
    ProcessBuilder builder =
        new ProcessBuilder("python3", SERVER, scheme, "--profile", profile)
            .directory(Run.HOME.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(credentials);
    Process server = builder.start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String url = lines.readLine().replace("listening on ", "");
      Run run =
          Run.now(
              credentials,
              "certify",
              scheme,
              "--profile",
              profile,
              "--endpoint",
              url,
              "--allow-writes",
              "--reports",
              reports.toString());

      assertThat(run.status()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).contains("conformant: endpoint " + url);
    } finally {
      server.destroy();
    }
  }

  private static Map<String, String> credentials(String scheme) {
    Map<String, String> values = new LinkedHashMap<>();
    if (scheme.equals("ticketevolution")) {
      values.put("COUNTERSIGN_TOKEN", "token-1");
      values.put("COUNTERSIGN_SECRET", "a secret of forty characters, or nearly so");
    } else if (scheme.equals("hoshinplan")) {
      values.put("COUNTERSIGN_APP_KEY", "app-1");
      values.put("COUNTERSIGN_SECRET", "a secret of forty characters, or nearly so");
    } else {
      values.put("COUNTERSIGN_ACCESSKEY", "key-1");
      values.put("COUNTERSIGN_SECRETKEY", "a secret of forty characters, or nearly so");
      if (scheme.startsWith("ticketmatic")) {
        values.put("COUNTERSIGN_ACCOUNT", "Theatre");
      }
    }
    return values;
  }
}
