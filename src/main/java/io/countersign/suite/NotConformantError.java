package io.countersign.suite;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target did something else than its documentation asks; the message says what and what. */
public final class NotConformantError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Cause cause;

  public NotConformantError(String message) {
    this(message, null);
  }

  NotConformantError(String message, @Nullable Cause cause) {
    super(message);
    this.cause = cause;
  }

  /** Why, where that is known. */
  public Optional<Cause> why() {
    return Optional.ofNullable(cause);
  }

  /** The message is the whole finding; where in our code it was found helps nobody. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
