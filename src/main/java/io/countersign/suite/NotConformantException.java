package io.countersign.suite;

/** The target did something else than its documentation asks; the message says what and what. */
public final class NotConformantException extends EndedCaseException {
  private static final long serialVersionUID = 1L;

  public NotConformantException(String message) {
    this(Ending.of(Outcome.FAILED, message));
  }

  /**
   * @param cause why, which the message says as well
   */
  NotConformantException(String message, Cause cause) {
    this(Ending.of(Outcome.FAILED, message).with(cause));
  }

  private NotConformantException(Ending ending) {
    super(ending);
  }

  /** It accepted what it has to reject. */
  static NotConformantException letIn(String message) {
    return new NotConformantException(Ending.of(Outcome.FAILED, message).showing(Symptom.LETS_IN));
  }
}
