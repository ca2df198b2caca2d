package io.countersign.report;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The Allure report as one page that needs nothing beside it, and asks for nothing. */
final class AllurePage {
  /** What the page's template would load from an analytics service. */
  private static final Pattern REMOTE_SCRIPT =
      Pattern.compile("<script async src=\"https?://[^\"]*\"></script>");

  private static final String HEAD = "<head>";

  /** The browser's own word that nothing is loaded from anywhere, now or in a later version. */
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\""
          + " content=\"default-src data: blob: 'unsafe-inline' 'unsafe-eval'\">";

  private AllurePage() {}

  /**
   * @param results its Allure results
   * @param scratch an empty folder
   * @return the page's file, in the scratch folder
   */
  static Path generate(Report report, Path results, Path scratch) throws IOException {
    new ReportGenerator(
            ConfigurationBuilder.empty()
                .withExtensions(extensions(report))
                .withPlugins(List.of(PageScript.in(scratch)))
                .withReportName("Countersign")
                .build())
        .generateSingleFile(scratch, List.of(results));
    Path page = scratch.resolve("index.html");
    String html = Files.readString(page, StandardCharsets.UTF_8);
    Files.writeString(page, selfContained(html), StandardCharsets.UTF_8);
    return page;
  }

  /**
   * Not the generator's own set: that tells an analytics service of every run, and reads and
   * exports formats that nobody asked for.
   */
  private static List<Extension> extensions(Report report) {
    return List.of(
        new ResultsReader(report.environment()),
        new Allure1EnvironmentPlugin(),
        new TagsPlugin(),
        new SeverityPlugin(),
        new StatusChartPlugin(),
        new CategoriesPlugin(),
        new SuitesPlugin(),
        new SummaryPlugin(),
        new CasePages());
  }

  private static String selfContained(String html) {
    return REMOTE_SCRIPT.matcher(html).replaceAll("").replaceFirst(HEAD, HEAD + "\n    " + POLICY);
  }
}
