package io.countersign.suite;

/** The target did something else than its documentation asks; the message says what and what. */
public final class NotConformantError extends AssertionError {
  private static final long serialVersionUID = 1L;

  public NotConformantError(String message) {
    super(message);
  }

  /** The message is the whole finding; where in our code it was found helps nobody. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
