package io.countersign.suite;

/** The suite cannot tell; the message says why. */
public final class InconclusiveException extends EndedCaseException {
  private static final long serialVersionUID = 1L;

  public InconclusiveException(String message) {
    this(Ending.of(Outcome.INCONCLUSIVE, message));
  }

  private InconclusiveException(Ending ending) {
    super(ending);
  }

  /** It would tell nothing about this request in particular. */
  static InconclusiveException ofTheUsual(String message) {
    return new InconclusiveException(
        Ending.of(Outcome.INCONCLUSIVE, message).showing(Symptom.REFUSES_THE_USUAL));
  }
}
