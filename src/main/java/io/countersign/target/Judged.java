package io.countersign.target;

/** What came of asking for a verdict. */
public sealed interface Judged {
  /** Accepted. */
  record Accepted(String answer) implements Judged {}

  /** Rejected as documented: a verifier's no, or a 401. */
  record Rejected(String reason, String answer) implements Judged {}

  /** Refused in another way than the documented one, such as a 403 or a redirect. */
  record RefusedOtherwise(String what, String answer) implements Judged {}

  /** The target says that it cannot do this, or an option left it out. */
  record Skipped(String reason) implements Judged {}

  /** Nothing that says anything of the signature: a reset, a time-out, a 429, a crash. */
  record Fault(String what) implements Judged {}
}
