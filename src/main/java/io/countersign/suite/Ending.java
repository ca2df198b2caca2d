package io.countersign.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a case ended.
 *
 * @param message why, or what was recorded; empty for a plain pass
 * @param cause what it shares with other cases that failed for the same reason
 * @param symptom what it shows of the target as a whole
 * @param expected why its failure was expected; only of one that failed, which then is recorded
 */
public record Ending(
    Outcome outcome,
    String message,
    Optional<Cause> cause,
    Optional<Symptom> symptom,
    Optional<String> expected) {

  /** One that nothing else is known of. */
  public static Ending of(Outcome outcome, String message) {
    return new Ending(outcome, message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with what is behind it. */
  Ending with(Cause known) {
    return new Ending(outcome, message, Optional.of(known), symptom, expected);
  }

  /** The same with what is behind it, which the message does not say yet. */
  Ending explainedBy(Cause known) {
    List<String> lines = new ArrayList<>(List.of(message));
    lines.addAll(known.lines());
    return new Ending(
        outcome, String.join("\n", known.withFixes(lines)), Optional.of(known), symptom, expected);
  }

  /** The same with what it shows of the target. */
  Ending showing(Symptom shown) {
    return new Ending(outcome, message, cause, Optional.of(shown), expected);
  }

  /** The same failure as one that was expected, which is recorded. */
  Ending expectedFor(String reason) {
    return new Ending(
        Outcome.RECORDED,
        "expected (" + reason + "): " + message,
        cause,
        symptom,
        Optional.of(reason));
  }

  /** The same, written down and not held against the target. */
  public Ending recorded(String saw) {
    return new Ending(Outcome.RECORDED, saw, cause, symptom, expected);
  }
}
