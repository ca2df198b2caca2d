package io.countersign.steps;

import io.countersign.document.InputException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.gherkin.StepType;
import java.util.List;

/** What a scenario has to say so that it can fail, and so that its failing means something. */
final class Expectation {
  private static final String CONTROL = "a signed request that is accepted";
  private static final String REJECTED = "it is rejected";

  private Expectation() {}

  /**
   * @throws InputException if the scenario expects nothing, or a rejection of what was not accepted
   *     before: a target that refuses everything would pass it
   */
  static void require(Pickle pickle) {
    List<Step> steps = pickle.getSteps();
    if (steps.stream().noneMatch(step -> step.getType() == StepType.THEN)) {
      throw InputException.of(
          RequirementTag.where(pickle) + ": the scenario expects nothing",
          "end it with a step that begins with Then");
    }
    boolean rejects = steps.stream().anyMatch(step -> step.getText().startsWith(REJECTED));
    if (rejects && steps.stream().noneMatch(step -> step.getText().equals(CONTROL))) {
      throw InputException.of(
          RequirementTag.where(pickle) + ": the scenario rejects what was not accepted before",
          "write 'Given " + CONTROL + "', then one change");
    }
  }
}
