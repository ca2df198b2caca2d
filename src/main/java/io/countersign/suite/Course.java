package io.countersign.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a case went, step by step.
 *
 * @param steps the sentences of its scenario, each with how far it came; none of a case that was
 *     not tried
 * @param attachments what it looked at
 * @param settled how the target reads what the documentation leaves open, as far as it told, in
 *     sentences
 * @param started when
 * @param duration how long
 */
public record Course(
    List<StepResult> steps,
    List<Attachment> attachments,
    List<String> settled,
    Instant started,
    Duration duration) {
  public Course {
    steps = List.copyOf(steps);
    attachments = List.copyOf(attachments);
    settled = List.copyOf(settled);
  }

  /** That of a case that was left out, or is about the others. */
  public static Course untried(Instant when) {
    return new Course(List.of(), List.of(), List.of(), when, Duration.ZERO);
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
