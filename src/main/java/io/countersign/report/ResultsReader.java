package io.countersign.report;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.Reader;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.ResultsVisitor;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads {@link AllureResults} back for the page. The generator's own reader guesses the type of
 * every attachment from its bytes, which takes longer than all the rest; here all of them are text.
 */
final class ResultsReader implements Reader, Aggregator2 {
  private final Reader results;

  /** The generator's reader visits several cases at once, and some have the same. */
  private final Set<Path> attachments = ConcurrentHashMap.newKeySet();

  private final Map<String, String> environment;

  /**
   * @param environment in the order in which the page shows it; a file of properties has none
   */
  ResultsReader(Map<String, String> environment) {
    this(environment, new Allure2Plugin());
  }

  /**
   * @param results reads all but the attachments
   */
  ResultsReader(Map<String, String> environment, Reader results) {
    this.environment = environment;
    this.results = results;
  }

  @Override
  public void readResults(Configuration configuration, ResultsVisitor visitor, Path folder) {
    results.readResults(configuration, new TextVisitor(visitor), folder);
    visitor.visitExtra("environment", environment);
  }

  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
    attachments.parallelStream()
        .forEach(file -> storage.addDataFile("data/attachments/" + file.getFileName(), file));
  }

  /** Hands on everything but attachments. */
  private final class TextVisitor implements ResultsVisitor {
    private final ResultsVisitor visitor;

    TextVisitor(ResultsVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public Attachment visitAttachmentFile(Path file) {
      attachments.add(file);
      String name = file.getFileName().toString();
      return new Attachment()
          .setUid(name.substring(0, name.lastIndexOf('.')))
          .setName(name)
          .setSource(name)
          .setType("text/plain")
          .setSize(file.toFile().length());
    }

    @Override
    public void visitTestResult(TestResult result) {
      visitor.visitTestResult(result);
    }

    @Override
    public void visitExtra(String name, Object value) {
      visitor.visitExtra(name, value);
    }

    @Override
    public void error(String message, Exception cause) {
      visitor.error(message, cause);
    }

    @Override
    public void error(String message) {
      visitor.error(message);
    }
  }
}
