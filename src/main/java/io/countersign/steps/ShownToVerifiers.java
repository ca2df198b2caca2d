package io.countersign.steps;

import io.countersign.suite.Sentences;
import io.cucumber.core.gherkin.Argument;
import io.cucumber.core.gherkin.DocStringArgument;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.gherkin.StepType;
import io.cucumber.plugin.event.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of signers as a verifier is asked them: what a signer has to sign so that it is
 * accepted is signed by the reference, and the verifier has to accept it. Who computes a signature
 * wrongly does so on either side.
 */
final class ShownToVerifiers {
  private ShownToVerifiers() {}

  /**
   * Those that no verifier is asked yet.
   *
   * @param all the scenarios of one feature
   */
  static List<Pickle> of(List<Pickle> all) {
    Set<List<String>> asked = new HashSet<>();
    all.stream()
        .filter(pickle -> pickle.getTags().contains("@verifier"))
        .forEach(pickle -> asked.add(sentences(pickle.getSteps())));
    List<Pickle> shown = new ArrayList<>();
    for (Pickle pickle : all) {
      of(pickle).filter(candidate -> asked.add(sentences(candidate.steps()))).ifPresent(shown::add);
    }
    return shown;
  }

  private static Optional<RetoldPickle> of(Pickle pickle) {
    List<String> tags = pickle.getTags();
    if (!tags.contains("@signer") || tags.contains("@verifier") || tags.contains("@erratum")) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (Step step : pickle.getSteps()) {
      if (step.getText().equals(Sentences.SIGNED)) {
        steps.add(
            new Said(step, steps.isEmpty() ? "Given " : "And ", StepType.GIVEN, Sentences.SHOWN));
        steps.add(new Said(step, "Then ", StepType.THEN, Sentences.ACCEPTED));
        return Optional.of(
            new RetoldPickle(
                pickle,
                pickle.getUri(),
                pickle.getId() + "-shown",
                pickle.getName() + " (signed by the reference)",
                steps,
                tags.stream().map(tag -> tag.equals("@signer") ? "@verifier" : tag).toList()));
      }
      steps.add(step);
    }
    return Optional.empty();
  }

  /** With the texts below them: two bodies are two requests. */
  private static List<String> sentences(List<Step> steps) {
    return steps.stream().map(step -> step.getText() + below(step)).toList();
  }

  private static String below(Step step) {
    return step.getArgument() instanceof DocStringArgument text ? "\n" + text.getContent() : "";
  }

  /** Another sentence in the place of one that stands in the feature. */
  private record Said(Step whole, String keyword, StepType type, String text) implements Step {
    @Override
    public StepType getType() {
      return type;
    }

    @Override
    public String getPreviousGivenWhenThenKeyword() {
      return type == StepType.GIVEN ? "Given " : "Then ";
    }

    @Override
    public String getId() {
      return whole.getId() + '-' + type;
    }

    @Override
    public @Nullable Argument getArgument() {
      return null;
    }

    @Override
    public String getKeyword() {
      return keyword;
    }

    @Override
    public String getText() {
      return text;
    }

    @Override
    public int getLine() {
      return whole.getLine();
    }

    @Override
    public Location getLocation() {
      return whole.getLocation();
    }
  }
}
