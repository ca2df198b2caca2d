package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
  private static final String NUMBERED = "7ce10ca3-84c3-30e4-9d7a-e712c7187f46-1-attachment.txt";

  @TempDir Path temporary;

  @Test
  void write_makesTheFolderAndEveryReportAndLeavesNothingElse() throws IOException {
    Path folder = temporary.resolve("deep/reports");

    ReportFiles.write(folder, SmallRun.run(), Redactor.NONE);

    assertThat(names(folder))
        .containsExactly("allure-results", "index.html", "junit.xml", "summary.json", "summary.md");
    assertThat(names(folder.resolve("allure-results")))
        .contains("categories.json", "environment.properties");
  }

  @Test
  void write_printsNothing() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
    try {
      ReportFiles.write(temporary, SmallRun.run(), Redactor.NONE);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void write_replacesAnEarlierRunAndKeepsWhatIsNotItsOwn() throws IOException {
    ReportFiles.write(temporary, SmallRun.run(), Redactor.NONE);
    Path results = temporary.resolve("allure-results");
    Files.writeString(temporary.resolve("notes.txt"), "mine");
    Files.writeString(results.resolve("executor.json"), "{}");
    String foreign = "0b5a2c5e-6f0e-4a47-9d0f-2f6c0b1f7a10-result.json";
    Files.writeString(results.resolve(foreign), "{\"name\":\"somebody else's\"}");

    ReportFiles written = ReportFiles.write(temporary, FabricatedRun.run(List.of()), Redactor.NONE);

    assertThat(names(results))
        .containsExactlyInAnyOrder(
            "categories.json", "environment.properties", "executor.json", foreign);
    assertThat(temporary.resolve("notes.txt")).hasContent("mine");
    assertThat(written.json("summary.json").get("schemes")).isEmpty();
    assertThat(written.pageData().values())
        .isNotEmpty()
        .as("the page is of this run alone")
        .noneMatch(data -> data.contains("somebody else's"));
  }

  /** The folder is changed for another one, unless it is a link, which stays one. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void write_leavesNothingOfAnEarlierRun(boolean linked) throws IOException {
    Path folder = temporary.resolve("reports");
    Path results = folder.resolve("allure-results");
    if (linked) {
      Files.createDirectories(folder);
      Files.createSymbolicLink(results, Files.createDirectory(temporary.resolve("elsewhere")));
    }
    ReportFiles.write(folder, SmallRun.run(), Redactor.NONE);
    assertThat(names(results)).hasSizeGreaterThan(2);
    Files.writeString(results.resolve(NUMBERED), "of an earlier version");

    ReportFiles.write(folder, FabricatedRun.run(List.of()), Redactor.NONE);

    assertThat(names(results))
        .containsExactlyInAnyOrder("categories.json", "environment.properties");
    assertThat(names(folder))
        .containsExactly("allure-results", "index.html", "junit.xml", "summary.json", "summary.md");
    assertThat(Files.isSymbolicLink(results)).isEqualTo(linked);
  }

  @Test
  void write_givesTheSameFilesForTheSameRun() throws IOException {
    ReportFiles first = ReportFiles.write(temporary.resolve("1"), SmallRun.run(), Redactor.NONE);
    ReportFiles second = ReportFiles.write(temporary.resolve("2"), SmallRun.run(), Redactor.NONE);

    assertThat(first.everything())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("index.html.*")
        .isEqualTo(second.everything());
  }

  @Test
  void write_saysThatTheFolderIsNone() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> ReportFiles.write(file, SmallRun.run(), Redactor.NONE))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "cannot write reports into "
                + file
                + ", which is a file; give a folder that can be written");
    assertThat(file).exists();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
