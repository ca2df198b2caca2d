package io.countersign.steps;

import io.countersign.document.InputException;
import io.countersign.suite.Sentences;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.gherkin.StepType;
import java.util.List;
import java.util.Set;

/** What a scenario has to say so that it can fail, and so that its failing means something. */
final class ExpectationCheck {
  /** What a verifier is shown. */
  private static final Set<String> TO_JUDGE =
      Set.of(Sentences.ACCEPTED_BEFORE, Sentences.SHOWN, Sentences.SHOWN_UNSIGNED);

  /** What a signer is asked for. */
  private static final Set<String> TO_SIGN = Set.of(Sentences.SIGNED);

  private ExpectationCheck() {}

  /**
   * @throws InputException if the scenario expects nothing, or a rejection of what was not accepted
   *     before: a target that refuses everything would pass it, or is tagged with one role and
   *     about the other
   */
  static void require(Pickle pickle) {
    List<Step> steps = pickle.getSteps();
    if (steps.stream().noneMatch(step -> step.getType() == StepType.THEN)) {
      throw InputException.of(
          RequirementTag.where(pickle) + ": the scenario expects nothing",
          "end it with a step that begins with Then");
    }
    boolean rejects =
        steps.stream().anyMatch(step -> step.getText().startsWith(Sentences.REJECTED));
    if (rejects
        && steps.stream().noneMatch(step -> step.getText().equals(Sentences.ACCEPTED_BEFORE))) {
      throw InputException.of(
          RequirementTag.where(pickle) + ": the scenario rejects what was not accepted before",
          "write 'Given " + Sentences.ACCEPTED_BEFORE + "', then one change");
    }
    requireOneRole(pickle);
  }

  /** The target of one role would be accused for what the reference did in the other. */
  private static void requireOneRole(Pickle pickle) {
    boolean ofSigner = pickle.getTags().contains("@signer");
    boolean ofVerifier = pickle.getTags().contains("@verifier");
    if (ofSigner && !ofVerifier && says(pickle, TO_JUDGE)) {
      throw InputException.of(
          RequirementTag.where(pickle)
              + ": the scenario puts a verifier to the test, and is tagged"
              + " with @signer",
          "tag it with @verifier, or write 'When it is signed' in place of what is shown to one");
    }
    if (ofVerifier && !ofSigner && says(pickle, TO_SIGN)) {
      throw InputException.of(
          RequirementTag.where(pickle)
              + ": the scenario puts a signer to the test, and is tagged"
              + " with @verifier",
          "tag it with @signer, or write 'Given a signed request' in place of 'When it is signed'");
    }
  }

  private static boolean says(Pickle pickle, Set<String> sentences) {
    return pickle.getSteps().stream().anyMatch(step -> sentences.contains(step.getText()));
  }
}
