package io.countersign.report;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.ReportGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Allure report as one page that needs nothing beside it. */
final class AllurePage {
  private AllurePage() {}

  /**
   * @param results a folder of Allure results
   * @param scratch an empty folder
   * @return the page's file, in the scratch folder
   */
  static Path generate(Path results, Path scratch) throws IOException {
    new ReportGenerator(
            ConfigurationBuilder.bundled().withReportName("Countersign").build())
        .generateSingleFile(scratch, List.of(results));
    Path page = scratch.resolve("index.html");
    Files.writeString(page, Files.readString(page, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return page;
  }
}
