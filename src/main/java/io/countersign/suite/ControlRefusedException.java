package io.countersign.suite;

/**
 * The target rejects the right request that something was to be changed in: nothing can be said of
 * the change, and where the documentation leaves open whether the request is right, that is the
 * finding.
 */
public final class ControlRefusedException extends EndedCaseException {
  private static final long serialVersionUID = 1L;

  ControlRefusedException(String message) {
    super(Ending.of(Outcome.INCONCLUSIVE, message));
  }
}
