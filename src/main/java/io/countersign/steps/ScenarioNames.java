package io.countersign.steps;

import io.countersign.document.InputException;
import io.cucumber.core.gherkin.Pickle;
import java.util.HashMap;
import java.util.Map;

/** The names by which reports tell the scenarios of a scheme apart, those of examples filled in. */
final class ScenarioNames {
  private final Map<String, Pickle> written = new HashMap<>();

  /**
   * @throws InputException if a scenario before it has its name
   */
  void add(Pickle pickle) {
    boolean derived = Source.isDerived(pickle.getUri());
    Pickle other =
        derived ? written.get(pickle.getName()) : written.putIfAbsent(pickle.getName(), pickle);
    if (other == null) {
      return;
    }
    if (derived) {
      throw refused(
          other, "one that the suite derives", "rename it, or leave it out if it tries the same");
    }
    boolean examples =
        other.getUri().equals(pickle.getUri())
            && other.getScenarioLocation().equals(pickle.getScenarioLocation());
    throw refused(
        pickle,
        "the one at " + RequirementTag.where(other),
        examples ? "write a placeholder of the outline into its name" : "rename one of them");
  }

  private static InputException refused(Pickle pickle, String other, String advice) {
    return InputException.of(
        RequirementTag.where(pickle)
            + ": the scenario has the name of "
            + other
            + ": '"
            + pickle.getName()
            + "'",
        advice);
  }
}
