package io.countersign.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.suite.Attachment;
import io.countersign.suite.Problem;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of {@code allure-results}. */
final class AllureResults {
  /**
   * The names of what this class writes for cases, or did when attachments had numbers. Their ids
   * are made from names and texts (version 3); no adapter of Allure makes such, so that a file of
   * that name is always one of ours.
   */
  static final Pattern CASE_FILE =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
              + "-(result\\.json|([0-9]+-)?attachment\\.txt)");

  private static final Pattern LINE = Pattern.compile("\\R");

  private final Report report;
  private final Path folder;
  private final AllureResultsWriter writer;

  /** The files of attachments. Many cases have the same, and small files cost more than bytes. */
  private final Set<String> attachments = ConcurrentHashMap.newKeySet();

  private AllureResults(Report report, Path folder) {
    this.report = report;
    this.folder = folder;
    this.writer = new FileSystemResultsWriter(folder);
  }

  /**
   * @param folder empty
   */
  static void write(Report report, Path folder) throws IOException {
    AllureResults results = new AllureResults(report, folder);
    List<AllureCase> cases =
        report.findings().stream()
            .flatMap(finding -> finding.cases().stream().map(each -> results.of(finding, each)))
            .toList();
    // Thousands of small files: one core waits for the disk, not for the other.
    cases.parallelStream().forEach(results::write);
    results.environment();
    results.categories();
  }

  private AllureCase of(RequirementFinding finding, ReportedCase each) {
    return new AllureCase(finding, each, report.run().profile());
  }

  private void write(AllureCase each) {
    TestResult result = each.result();
    for (Attachment attachment : each.attachments()) {
      result
          .getAttachments()
          .add(
              new io.qameta.allure.model.Attachment()
                  .setName(attachment.name())
                  .setType("text/plain")
                  .setSource(written(attachment.text())));
    }
    writer.write(result);
  }

  /** The name of the file that holds this text. */
  private String written(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String file = UUID.nameUUIDFromBytes(bytes) + "-attachment.txt";
    if (attachments.add(file)) {
      writer.write(file, new ByteArrayInputStream(bytes));
    }
    return file;
  }

  private void environment() throws IOException {
    Properties properties = new Properties();
    properties.putAll(report.environment());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    properties.store(bytes, null);
    // The first line is a comment with the time of day, which would differ from run to run.
    List<String> lines =
        LINE.splitAsStream(bytes.toString(StandardCharsets.ISO_8859_1))
            .filter(line -> !line.startsWith("#"))
            .sorted()
            .toList();
    Files.write(folder.resolve("environment.properties"), lines, StandardCharsets.ISO_8859_1);
  }

  /** A category for each cause that is known, and one for each outcome besides. */
  private void categories() throws IOException {
    List<AllureCategory> categories = new ArrayList<>();
    for (Problem problem : Problem.of(report.run().cases())) {
      AllureCategory.of(problem).ifPresent(categories::add);
    }
    categories.addAll(AllureCategory.OUTCOMES);
    Path file = folder.resolve("categories.json");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (AllureCategory category : categories) {
        category.write(json);
      }
      json.writeEndArray();
    }
  }
}
