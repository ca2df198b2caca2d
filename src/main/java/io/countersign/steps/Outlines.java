package io.countersign.steps;

import io.countersign.document.InputException;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.messages.types.DocString;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gherkin leaves a placeholder for which no column stands as it is, and a target would be asked for
 * what nobody means.
 */
final class Outlines {
  private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>/\\s][^<>\n]*)>");

  private final String file;

  private Outlines(String file) {
    this.file = file;
  }

  /**
   * @throws InputException if a step of an outline has a placeholder that is no column of its
   *     examples
   */
  static void requireColumns(Feature feature, String file) {
    Outlines outlines = new Outlines(file);
    for (Object event : feature.getParseEvents()) {
      if (event instanceof Envelope envelope) {
        envelope
            .getGherkinDocument()
            .flatMap(GherkinDocument::getFeature)
            .ifPresent(parsed -> parsed.getChildren().forEach(outlines::require));
      }
    }
  }

  private void require(FeatureChild child) {
    child.getScenario().ifPresent(this::require);
    child.getRule().ifPresent(rule -> rule.getChildren().forEach(this::require));
  }

  private void require(RuleChild child) {
    child.getScenario().ifPresent(this::require);
  }

  /** A scenario without examples is no outline, and what is in angles there is meant. */
  private void require(Scenario scenario) {
    for (Examples examples : scenario.getExamples()) {
      List<String> columns =
          examples.getTableHeader().map(TableRow::getCells).orElse(List.of()).stream()
              .map(TableCell::getValue)
              .toList();
      require(scenario.getName(), scenario.getLocation().getLine(), columns);
      for (Step step : scenario.getSteps()) {
        long line = step.getLocation().getLine();
        require(step.getText(), line, columns);
        step.getDocString().map(DocString::getContent).ifPresent(t -> require(t, line, columns));
      }
    }
  }

  private void require(String text, long line, List<String> columns) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    while (placeholder.find()) {
      if (!columns.contains(placeholder.group(1))) {
        throw InputException.of(
            file + ":" + line + ": the examples have no column '" + placeholder.group(1) + "'",
            "add it, or name one of " + String.join(", ", columns));
      }
    }
  }
}
