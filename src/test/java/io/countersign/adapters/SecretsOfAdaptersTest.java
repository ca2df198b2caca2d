package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.cli.Leaks;
import io.countersign.cli.OutsideRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an adapter spreads what it was told, no report and no console shows a secret. */
class SecretsOfAdaptersTest {
  /** With characters that formats escape; none of its pieces stands anywhere by chance. */
  private static final String SECRET =
      "Qz7-vK2\"mX9/pL4\\wR8+tB5&nH3<jF6>yD1=gS0%cA_eU.oI~kW:rE|fZ";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stderr",
        "error",
        "reason",
        "skipped",
        "no-protocol",
        "half-line",
        "header",
        "name"
      })
  void certify_keepsSecretsOut(String mode) throws IOException {
    Programs.need("python3");
    String command =
        "python3 %s %s %s"
            .formatted(
                Programs.quoted(Programs.resource("talkative.py")),
                Programs.quoted(Example.PYTHON.file()),
                mode);

    OutsideRun run =
        OutsideRun.of(
            Map.of(
                "COUNTERSIGN_ACCESSKEY", "open-key",
                "COUNTERSIGN_SECRETKEY", SECRET,
                "COUNTERSIGN_ACCOUNT", "club"),
            "rmtrack",
            "ticketmatic-basic",
            "--only",
            "rmtrack/covers-path,rmtrack/timestamp-form,ticketmatic-basic/leaves-path-open",
            "--adapter",
            command,
            "--reports",
            folder.toString());

    assertThat(run.status()).isIn(0, 1, 3);
    Leaks leaks = new Leaks(SECRET, "open-key", "somebody");
    leaks.assertNone("console", run.console());
    Map<String, String> written = leaks.assertNone(folder);
    if (!mode.equals("name")) {
      // Else this would pass for reports that leave everything out.
      assertThat(written.get("summary.json") + written.get("index.html: all"))
          .contains("[redacted]");
    }
  }
}
