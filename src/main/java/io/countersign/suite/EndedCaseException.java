package io.countersign.suite;

/**
 * Ends a case before its last step. Each kind is one outcome; whatever else is thrown in a case is
 * a defect of the suite. The message is all that a person is told: where in our code it was found
 * helps nobody, so that there is no stack trace.
 */
public abstract sealed class EndedCaseException extends RuntimeException
    permits ControlRefusedException,
        InconclusiveException,
        NotConformantException,
        SkippedException {
  private static final long serialVersionUID = 1L;

  private final transient Ending ending;

  EndedCaseException(Ending ending) {
    super(ending.message(), null, false, false);
    this.ending = ending;
  }

  /** How the case ends by it. */
  public Ending ending() {
    return ending;
  }
}
