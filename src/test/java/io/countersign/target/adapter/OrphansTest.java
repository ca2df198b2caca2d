package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.adapters.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that an adapter started is left, however the run ends. */
@Timeout(120)
class OrphansTest {
  private static final String HELLO =
      "{\\\"id\\\":1,\\\"name\\\":\\\"a\\\",\\\"schemes\\\":[\\\"rmtrack\\\"],\\\"ops\\\":[\\\"sign\\\"]}";

  /** One in the foreground's group, one whose parent is gone at once. */
  private static final String BACKGROUND =
      "sleep 300 & echo $! >>PIDS; sh -c 'sleep 300 >/dev/null 2>&1 & echo $! >>PIDS'; ";

  @TempDir Path folder;

  private Path pids() {
    return folder.resolve("pids");
  }

  private String script(String text) throws IOException {
    Path file = folder.resolve("adapter.sh");
    Files.writeString(
        file,
        BACKGROUND.replace("PIDS", pids().toString())
            + text.replace("HELLO", "echo \"" + HELLO + "\""));
    return "sh " + file;
  }

  @Test
  void close_endsThemAll() throws Exception {
    String command = script("read line; HELLO; while read line; do :; done");
    var greeting = AdapterTarget.start(command, Duration.ofSeconds(20), Clock.systemUTC());
    assertThat(greeting).isInstanceOf(AdapterTarget.Greeting.Ready.class);
    assertThat(living()).hasSize(2);

    ((AdapterTarget.Greeting.Ready) greeting).target().close();

    assertAllEnd();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 3",
        "kill -9 $$",
        "read line; exit 0",
        "sleep 300",
        "trap '' HUP INT TERM; read line; echo no json; sleep 300",
        "yes",
        "exec 1>&-; sleep 300"
      })
  void start_ofOneThatBreaksOff_endsThemAll(String end) throws Exception {
    var greeting = AdapterTarget.start(script(end), Duration.ofSeconds(1), Clock.systemUTC());

    assertThat(greeting).isInstanceOf(AdapterTarget.Greeting.Unusable.class);
    assertAllEnd();
  }

  /** As when somebody presses Ctrl-C, or a CI job is cancelled: our process gets a signal. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void interruption_endsThemAll(String signal) throws Exception {
    assumeTrue(!isIgnored(signal), "what started the tests has interruptions ignored");
    String command = script("trap '' INT; read line; HELLO; sleep 300");
    Process run =
        new ProcessBuilder(
                Programs.certify(
                    "rmtrack",
                    "--timeout",
                    "60s",
                    "--reports",
                    folder.resolve("reports").toString(),
                    "--adapter",
                    command))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    try {
      while (!Files.exists(pids()) || living().size() < 2) {
        Thread.sleep(50);
      }
      Thread.sleep(1000);
      new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor();

      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isEqualTo(signal.equals("INT") ? 130 : 143);
    } finally {
      run.destroyForcibly();
    }
    assertAllEnd();
  }

  /** A shell starts what it puts into the background so, and Java then leaves it at that. */
  private static boolean isIgnored(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!signal.equals("INT") || !Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private List<ProcessHandle> living() throws IOException {
    List<ProcessHandle> living = new ArrayList<>();
    for (String pid : Files.readAllLines(pids())) {
      ProcessHandle.of(Long.parseLong(pid)).filter(OrphansTest::isAlive).ifPresent(living::add);
    }
    return living;
  }

  /** A process that ended stays in the list until its parent has asked how. */
  private static boolean isAlive(ProcessHandle process) {
    try {
      return process.isAlive()
          && !Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return process.isAlive() && !Files.exists(Path.of("/proc/self"));
    }
  }

  private void assertAllEnd() throws IOException, InterruptedException {
    assertThat(Files.readAllLines(pids())).isNotEmpty();
    for (int i = 0; i < 100 && !living().isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(living()).isEmpty();
  }
}
