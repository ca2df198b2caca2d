package io.countersign.suite;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target did something else than its documentation asks; the message says what and what. */
public final class NotConformantException extends EndedCaseException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Cause cause;

  public NotConformantException(String message) {
    this(message, null);
  }

  NotConformantException(String message, @Nullable Cause cause) {
    super(message);
    this.cause = cause;
  }

  /** Why, where that is known. */
  public Optional<Cause> why() {
    return Optional.ofNullable(cause);
  }
}
