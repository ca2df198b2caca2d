package io.countersign.report;

import io.countersign.document.InputException;
import io.countersign.scheme.Redactor;
import io.countersign.suite.RunResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes a run down in every format there is. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code summary.json}, {@code summary.md}, {@code junit.xml}, {@code allure-results} and
   * {@code index.html}. Those of an earlier run are replaced; nothing else there is touched.
   *
   * @param run what happened
   * @param redactor takes out every secret that the run used
   * @param folder made if it is not there
   * @param version Countersign's own
   * @throws InputException if the folder cannot be written
   */
  public static void write(RunResult run, Redactor redactor, Path folder, String version) {
    Report report = Report.of(run, redactor, version);
    try (Staging staging = Staging.in(folder)) {
      // The page takes longest, and one core.
      Task summaries = Task.begin("summaries", () -> summaries(report, staging));
      try {
        allure(report, staging);
      } finally {
        summaries.end();
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * To be asked before a run, which may take long and not be for nothing. Leaves all as it is.
   *
   * @throws InputException if the folder cannot be written, or cannot be made
   */
  public static void requireWritable(Path folder) {
    Path there = folder.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      Files.delete(Files.createTempDirectory(there, ".countersign-"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static InputException unwritable(Path folder, IOException failure) {
    return InputException.of(
        "cannot write reports into " + folder + reason(failure, folder),
        "give a folder that can be written");
  }

  /** Most messages of the file system are the path once more. */
  private static String reason(IOException failure, Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return ", which is a file";
    }
    if (!(failure instanceof FileSystemException file)) {
      return " (" + failure.getMessage() + ")";
    }
    return file.getReason() == null ? "" : " (" + file.getReason() + ")";
  }

  /**
   * Writes a run down and throws it away, on a thread of its own: the page's generator takes far
   * longer the first time, and has nothing to wait for while the suite gets ready and runs. What
   * goes wrong is left to be said by {@link #write}.
   *
   * @param run of any kind, without secrets
   */
  public static Thread rehearse(RunResult run, String version) {
    Report report = Report.of(run, Redactor.of(List.of()), version);
    Thread rehearsal =
        new Thread(
            () -> {
              try {
                rehearse(report);
              } catch (IOException | RuntimeException e) {
                // It will be met again.
              }
            },
            "report-rehearsal");
    rehearsal.setDaemon(true);
    rehearsal.start();
    return rehearsal;
  }

  private static void rehearse(Report report) throws IOException {
    Path folder = Files.createTempDirectory("countersign-rehearsal-");
    try (Staging staging = Staging.in(folder)) {
      Path results = staging.newFolder("allure-results");
      AllureResults.write(report, results);
      AllurePage.generate(report, results, staging.newFolder("page"));
    } finally {
      Files.delete(folder);
    }
  }

  private static void summaries(Report report, Staging staging) throws IOException {
    text(staging, "summary.json", out -> SummaryJson.write(report, out));
    text(staging, "summary.md", out -> SummaryMarkdown.write(report, out));
    text(staging, "junit.xml", out -> JUnitXml.write(report, out));
  }

  private static void allure(Report report, Staging staging) throws IOException {
    Path results = staging.newFolder("allure-results");
    AllureResults.write(report, results);
    // Before the page, so that those of an earlier run are deleted while it is made.
    Path published = staging.publishFolder(results, AllureResults.CASE_FILE.asMatchPredicate());
    staging.publish(AllurePage.generate(report, published, staging.newFolder("page")));
  }

  private static void text(Staging staging, String name, Format format) throws IOException {
    Path file = staging.path(name);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      format.write(out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    staging.publish(file);
  }

  /** Writes one report. */
  private interface Format {
    void write(Writer out) throws IOException, XMLStreamException;
  }
}
