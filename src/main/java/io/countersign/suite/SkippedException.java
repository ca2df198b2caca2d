package io.countersign.suite;

/** The case is not tried; the message says why. */
public final class SkippedException extends EndedCaseException {
  private static final long serialVersionUID = 1L;

  public SkippedException(String message) {
    super(Ending.of(Outcome.SKIPPED, message));
  }
}
