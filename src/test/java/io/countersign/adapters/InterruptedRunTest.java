package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own that somebody ends by Ctrl-C. */
@Timeout(300)
class InterruptedRunTest {
  /** What starts the tests may have interruptions ignored, which a child would inherit. */
  private static final String NOT_IGNORED =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
          + " os.execv(sys.argv[1], sys.argv[1:])";

  @TempDir Path folder;

  private Path reports() {
    return folder.resolve("reports");
  }

  @Test
  void certify_endsWith130AndLeavesWhatHadRun() throws Exception {
    Programs.need("python3");
    Process run = interrupted(Programs.misbehaving("stalls"));

    String console = text(folder.resolve("console"));
    assertThat(run.exitValue()).as(console).isEqualTo(130);
    assertThat(console)
        .contains("countersign: interrupted after ", reports().resolve("index.html").toString())
        .containsPattern("\\(seed \\d+\\)")
        .doesNotContain("conformant", "\tat ", "Exception", "first inconclusive");
    assertReadableAndNotGreen();
  }

  /** Reports of an earlier run would else pass for those of this one. */
  @Test
  void certify_beforeTheFirstCase_leavesNoReportOfAnEarlierRun() throws Exception {
    Programs.need("python3");
    Files.createDirectories(reports());
    for (String report : List.of("summary.json", "summary.md", "junit.xml", "index.html")) {
      Files.writeString(reports().resolve(report), "of an earlier run");
    }
    // Greeted, it stalls.
    Process run = interrupted("sh -c 'touch \"$STALLED\"; exec sleep 300'");

    String console = text(folder.resolve("console"));
    assertThat(run.exitValue()).as(console).isEqualTo(130);
    assertThat(console)
        .startsWith("countersign: interrupted before the first case")
        .endsWith(reports().resolve("index.html") + "\n")
        .hasLineCount(1);
    JsonNode summary = new ObjectMapper().readTree(text(reports().resolve("summary.json")));
    assertThat(summary.get("verdict").textValue()).isEqualTo("inconclusive");
    assertThat(summary.at("/counts/inconclusive").intValue()).isEqualTo(1);
    assertThat(text(reports().resolve("junit.xml"))).contains("interrupted before the first case");
    assertThat(text(reports().resolve("summary.md"))).startsWith("# Countersign: ⚠️ inconclusive");
    assertThat(text(reports().resolve("index.html"))).endsWith("</html>\n");
    assertThat(text(reports().resolve("allure-results/environment.properties")))
        .contains("Verdict=inconclusive");
  }

  /** A run that was ended when its adapter had stalled. */
  private Process interrupted(String adapter) throws Exception {
    Process run = start(adapter);
    try {
      waitUntilItStalls(run);
      new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();

      assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      run.destroyForcibly();
    }
    return run;
  }

  private void assertReadableAndNotGreen() throws Exception {
    JsonNode summary = new ObjectMapper().readTree(text(reports().resolve("summary.json")));
    assertThat(summary.get("verdict").textValue()).isEqualTo("inconclusive");
    assertThat(summary.at("/counts/passed").intValue()).isPositive();
    assertThat(text(reports().resolve("summary.md"))).startsWith("# Countersign: ⚠️ inconclusive");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(reports().resolve("junit.xml").toFile());
    assertThat(text(reports().resolve("allure-results/environment.properties")))
        .contains("Verdict=inconclusive");
    assertThat(text(reports().resolve("index.html"))).endsWith("</html>\n");
    try (var files = Files.list(reports())) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
    }
  }

  private Process start(String adapter) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", "-c", NOT_IGNORED));
    command.addAll(
        Programs.certify(
            "rmtrack",
            "--timeout",
            "300s",
            "--reports",
            reports().toString(),
            "--adapter",
            adapter));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("STALLED", folder.resolve("stalled").toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("console").toFile())
        .start();
  }

  private void waitUntilItStalls(Process run) throws Exception {
    while (!Files.exists(folder.resolve("stalled"))) {
      assertThat(run.isAlive()).as(text(folder.resolve("console"))).isTrue();
      Thread.sleep(50);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
