package io.countersign.suite;

import io.countersign.suite.Course.StepResult;
import io.countersign.target.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One case that was run, or left out.
 *
 * @param id which
 * @param ending how it ended
 * @param course how it went until then
 */
public record CaseResult(CaseId id, Ending ending, Course course) {

  public String scheme() {
    return id.scheme();
  }

  public String requirement() {
    return id.requirement();
  }

  public String name() {
    return id.name();
  }

  public Role role() {
    return id.role();
  }

  public Outcome outcome() {
    return ending.outcome();
  }

  public String message() {
    return ending.message();
  }

  public Optional<Cause> cause() {
    return ending.cause();
  }

  public Optional<String> expected() {
    return ending.expected();
  }

  public List<StepResult> steps() {
    return course.steps();
  }

  public List<Attachment> attachments() {
    return course.attachments();
  }

  public Instant started() {
    return course.started();
  }

  public Duration duration() {
    return course.duration();
  }

  /** The same failure with what is behind it, which none was known of. */
  CaseResult explainedBy(Cause known) {
    return new CaseResult(id, ending.explainedBy(known), course);
  }

  /** The same failure as one that was expected, which is recorded. */
  public CaseResult expectedFor(String reason) {
    return new CaseResult(id, ending.expectedFor(reason), course);
  }

  /** Whether it showed that of the target. */
  boolean shows(Symptom symptom) {
    return ending.symptom().filter(symptom::equals).isPresent();
  }

  /** Whether its scenario has a step with those words. */
  boolean says(String words) {
    return course.steps().stream().anyMatch(step -> step.text().contains(words));
  }
}
