package io.countersign.suite;

/** The suite cannot tell; the message says why. */
public final class InconclusiveException extends EndedCaseException {
  private static final long serialVersionUID = 1L;

  public InconclusiveException(String message) {
    super(message);
  }
}
