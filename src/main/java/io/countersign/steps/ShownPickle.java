package io.countersign.steps;

import io.cucumber.core.gherkin.Argument;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.gherkin.StepType;
import io.cucumber.plugin.event.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scenario of signers as a verifier is asked it: what a signer has to sign so that it is accepted
 * is signed by the reference, and the verifier has to accept it. Who computes a signature wrongly
 * does so on either side.
 */
record ShownPickle(Pickle whole, List<Step> steps) implements Pickle {
  private static final String SIGNED = "it is signed";
  private static final String SHOWN = "a signed request";
  private static final String ACCEPTED = "it is accepted";

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

  private static Optional<ShownPickle> of(Pickle pickle) {
    List<String> tags = pickle.getTags();
    if (!tags.contains("@signer") || tags.contains("@verifier") || tags.contains("@erratum")) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (Step step : pickle.getSteps()) {
      if (step.getText().equals(SIGNED)) {
        steps.add(new Said(step, steps.isEmpty() ? "Given " : "And ", StepType.GIVEN, SHOWN));
        steps.add(new Said(step, "Then ", StepType.THEN, ACCEPTED));
        return Optional.of(new ShownPickle(pickle, List.copyOf(steps)));
      }
      steps.add(step);
    }
    return Optional.empty();
  }

  private static List<String> sentences(List<Step> steps) {
    return steps.stream().map(step -> step.getText() + '\n' + step.getArgument()).toList();
  }

  @Override
  public String getName() {
    return whole.getName() + " (signed by the reference)";
  }

  @Override
  public List<Step> getSteps() {
    return steps;
  }

  @Override
  public List<String> getTags() {
    return whole.getTags().stream().map(tag -> tag.equals("@signer") ? "@verifier" : tag).toList();
  }

  @Override
  public String getId() {
    return whole.getId() + "-shown";
  }

  @Override
  public URI getUri() {
    return whole.getUri();
  }

  @Override
  public String getKeyword() {
    return whole.getKeyword();
  }

  @Override
  public String getLanguage() {
    return whole.getLanguage();
  }

  @Override
  public Location getLocation() {
    return whole.getLocation();
  }

  @Override
  public Location getScenarioLocation() {
    return whole.getScenarioLocation();
  }

  @Override
  public Optional<Location> getRuleLocation() {
    return whole.getRuleLocation();
  }

  @Override
  public Optional<Location> getFeatureLocation() {
    return whole.getFeatureLocation();
  }

  @Override
  public Optional<Location> getExamplesLocation() {
    return whole.getExamplesLocation();
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
