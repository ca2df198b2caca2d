package io.countersign.cli;

import io.countersign.target.TargetInfo;

/** The target cannot be tried at all; the message says why. */
final class UnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TargetInfo target;

  UnreachableException(TargetInfo target, String message) {
    super(message, null, false, false);
    this.target = target;
  }

  TargetInfo target() {
    return target;
  }
}
