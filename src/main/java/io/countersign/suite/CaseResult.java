package io.countersign.suite;

import io.countersign.target.Role;

/**
 * One case that was run, or left out. What almost everybody asks of its parts can be asked of it.
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

  /** The same failure with what is behind it, which none was known of. */
  CaseResult explainedBy(Cause known) {
    return new CaseResult(id, ending.explainedBy(known), course);
  }

  /** The same failure as one that was expected, which is recorded. */
  public CaseResult expectedFor(String reason) {
    return new CaseResult(id, ending.expectedFor(reason), course);
  }

  /** Whether it got as far as its first step; what an option left out did not. */
  boolean isTried() {
    return !course.steps().isEmpty();
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
