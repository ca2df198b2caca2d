package io.countersign.report;

import io.qameta.allure.Extension;
import io.qameta.allure.Reader;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.context.FreemarkerContext;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.Plugin;
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
    Configuration configuration =
        new PageConfiguration(extensions(report), List.of(PageScript.in(scratch)));
    new ReportGenerator(configuration).generateSingleFile(scratch, List.of(results));
    Path page = scratch.resolve("index.html");
    // Byte for byte: it has many millions of them, of which a few are looked for that are ASCII.
    String html = Files.readString(page, StandardCharsets.ISO_8859_1);
    Files.writeString(page, selfContained(html), StandardCharsets.ISO_8859_1);
    return page;
  }

  /**
   * Not the generator's own set: that tells an analytics service of every run, and reads and
   * exports formats that nobody asked for.
   */
  private static List<Extension> extensions(Report report) {
    CategoriesPlugin categories = new CategoriesPlugin();
    Reader ofCategories = categories::readResults;
    return List.of(
        new JacksonContext(),
        new FreemarkerContext(),
        new RandomUidContext(),
        new ResultsReader(report.environment()),
        ofCategories,
        new PageData(
            List.of(
                new Allure1EnvironmentPlugin(),
                new TagsPlugin(),
                new SeverityPlugin(),
                new StatusChartPlugin(),
                categories,
                new SuitesPlugin(),
                new SummaryPlugin(),
                new CasePages())));
  }

  private static String selfContained(String html) {
    return REMOTE_SCRIPT.matcher(html).replaceAll("").replaceFirst(HEAD, HEAD + "\n    " + POLICY);
  }

  /** The generator's builder of these loads a reader of every format there is, to use none. */
  private record PageConfiguration(List<Extension> extensions, List<Plugin> plugins)
      implements Configuration {
    @Override
    public String getReportName() {
      return "Countersign";
    }

    /** For the analytics service, as the next one. */
    @Override
    public String getVersion() {
      return "";
    }

    @Override
    public String getUuid() {
      return "";
    }

    @Override
    public List<Extension> getExtensions() {
      return extensions;
    }

    @Override
    public List<Plugin> getPlugins() {
      return plugins;
    }
  }
}
