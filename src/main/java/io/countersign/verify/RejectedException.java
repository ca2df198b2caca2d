package io.countersign.verify;

/** Ends a verification early; it never leaves the verifier, and carries no stack trace. */
final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String detail;

  RejectedException(Reason reason, String detail) {
    super(null, null, false, false);
    this.reason = reason;
    this.detail = detail;
  }

  Verdict.Rejected verdict() {
    return new Verdict.Rejected(reason, detail);
  }
}
