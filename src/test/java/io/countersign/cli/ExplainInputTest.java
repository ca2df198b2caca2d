package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a request that {@code explain} takes, and what it refuses. */
class ExplainInputTest {
  @TempDir private Path folder;

  @Test
  void explain_takesACurlCommand() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c.sh"),
            "curl -i 'https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1' \\\n"
                + "  -H 'X-Token: abc' \\\n"
                + "  -H $'X-Signature: ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0='\n");
    Run run = Run.of("explain", "ticketevolution", "--request", file.toString());

    assertThat(run.out()).contains("without its first segment");
  }

  @Test
  void explain_takesWhatSignPrintsForCurl() {
    String command =
        Run.onInput(ExplainRun.UNSIGNED, "sign", "rmtrack", "--request", "-", "--format", "curl")
            .out();

    assertThat(ExplainRun.of(command, "rmtrack").out()).startsWith("accepted");
  }

  @Test
  void explain_takesAnEntryOfAHarFile() throws IOException {
    String entry =
        "{\"request\":{\"method\":\"GET\",\"url\":\"https://api.ticketevolution.com/v9/brokerages?"
            + "page=1&per_page=1\",\"headers\":[{\"name\":\"x-token\",\"value\":\"abc\"},"
            + "{\"name\":\"x-signature\",\"value\":"
            + "\"ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0=\"}]}}";
    Path file =
        Files.writeString(
            folder.resolve("b.har"), "{\"log\":{\"entries\":[" + entry + "," + entry + "]}}");
    Run run = Run.of("explain", "ticketevolution", "--request", file.toString(), "--entry", "2");
    Run which = Run.of("explain", "ticketevolution", "--request", file.toString());

    assertThat(run.out()).contains("without its first segment");
    assertThat(which.status()).isEqualTo(2);
    assertThat(which.err()).contains("--entry: 1 GET https://api.ticketevolution.com/v9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | this is no request line",
        "curl http://h/?a=1&b=2 | put the argument in single quotes",
        "{\"log\":{\"entries\":[]}} | holds no entry",
        "{\"method\":\"GET\"} | lacks the field 'url'"
      })
  void explain_refusesWhatIsNoRequest(String input, String message) {
    Run run = ExplainRun.of(input, "rmtrack");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("countersign: standard input:1:").contains(message);
  }

  private static Run explain(String budget) {
    return Run.onInput(
        ExplainRun.PRINTED, "explain", "rmtrack", "--request", "-", "--budget", budget);
  }

  @Test
  void explain_refusesWrongOptions() {
    assertThat(ExplainRun.of(ExplainRun.PRINTED, "rmtrak").err())
        .contains("did you mean 'rmtrack'?");
    assertThat(explain("3000000h").err()).contains("'3000000h' is too long; give");
    assertThat(explain("soon").err()).contains("'soon' is no duration");
    assertThat(ExplainRun.of(ExplainRun.PRINTED, "rmtrack", "--entry", "1").err())
        .contains("only a HAR file has entries");
  }
}
