package io.countersign.suite;

import io.countersign.target.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One case that was run, or left out.
 *
 * @param scheme the scheme's id
 * @param requirement the requirement's id
 * @param name what it says it does
 * @param role in which part the target was under test
 * @param outcome how it ended
 * @param message why, or what was recorded; empty for a plain pass
 * @param cause what it shares with other cases that failed for the same reason
 * @param steps the sentences of its scenario, each with how far it came
 * @param attachments what it looked at
 * @param started when
 * @param duration how long
 * @param expected why its failure was expected; only of one that failed, which then is recorded
 */
public record CaseResult(
    String scheme,
    String requirement,
    String name,
    Role role,
    Outcome outcome,
    String message,
    Optional<Cause> cause,
    List<StepResult> steps,
    List<Attachment> attachments,
    Instant started,
    Duration duration,
    Optional<String> expected) {

  public CaseResult {
    steps = List.copyOf(steps);
    attachments = List.copyOf(attachments);
  }

  /** One that no step was taken for: it was left out, or is about the others. */
  public static CaseResult untried(
      String scheme,
      String requirement,
      String name,
      Role role,
      Outcome outcome,
      String message,
      Instant when) {
    return new CaseResult(
        scheme,
        requirement,
        name,
        role,
        outcome,
        message,
        Optional.empty(),
        List.of(),
        List.of(),
        when,
        Duration.ZERO,
        Optional.empty());
  }

  /** The same failure with what is behind it, which none was known of. */
  CaseResult withCause(Cause known) {
    List<String> lines = new ArrayList<>(List.of(message));
    lines.addAll(known.lines());
    return new CaseResult(
        scheme,
        requirement,
        name,
        role,
        outcome,
        String.join("\n", known.withFixes(lines)),
        Optional.of(known),
        steps,
        attachments,
        started,
        duration,
        expected);
  }

  /** The same failure as one that was expected, which is recorded. */
  public CaseResult expectedFor(String reason) {
    return new CaseResult(
        scheme,
        requirement,
        name,
        role,
        Outcome.RECORDED,
        "expected (" + reason + "): " + message,
        cause,
        steps,
        attachments,
        started,
        duration,
        Optional.of(reason));
  }

  /** Whether its scenario has a step with those words. */
  boolean says(String words) {
    return steps.stream().anyMatch(step -> step.text().contains(words));
  }

  /**
   * A sentence of a scenario.
   *
   * @param text with its keyword
   * @param outcome how far it came: passed, the case's own outcome, or skipped behind it
   * @param started when
   * @param duration how long
   */
  public record StepResult(String text, Outcome outcome, Instant started, Duration duration) {}
}
