package io.countersign.target;

import io.countersign.verify.Verdict;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of asking for a verdict. */
public sealed interface Judged {
  /** In words, to follow "it was". */
  String words();

  /** The answer as it came; empty where there is none. */
  default String answer() {
    return "";
  }

  /** The answer, where there is one to show. */
  default Optional<String> answered() {
    return Optional.of(answer()).filter(text -> !text.isEmpty());
  }

  /** What a verifier in this process found. */
  static Judged of(Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected
        ? new Rejected(rejected.reason().toString(), rejected.detail())
        : new Accepted("");
  }

  /**
   * Accepted.
   *
   * @param answer as it came; may be empty
   */
  record Accepted(String answer) implements Judged {
    @Override
    public String words() {
      return "accepted";
    }
  }

  /**
   * Rejected as documented: a verifier's no, or the documented status.
   *
   * @param reason as given; may be empty
   * @param answer as it came; may be empty
   */
  record Rejected(String reason, String answer) implements Judged {
    @Override
    public String words() {
      return reason.isEmpty() ? "rejected" : "rejected as " + reason;
    }
  }

  /**
   * Refused in another way than the documented one, such as a 403 or a redirect.
   *
   * @param status of a server's answer; empty where no server answered
   * @param what it said, in words
   * @param answer as it came; may be empty
   */
  record RefusedOtherwise(OptionalInt status, String what, String answer) implements Judged {
    @Override
    public String words() {
      return "refused otherwise: " + what;
    }
  }

  /** The target says that it cannot do this, or an option left it out. */
  record Skipped(String reason) implements Judged {
    @Override
    public String words() {
      return "skipped: " + reason;
    }
  }

  /** Nothing that says anything of the signature: a reset, a time-out, a 429, a crash. */
  record Fault(String what) implements Judged {
    @Override
    public String words() {
      return "not answered: " + what;
    }
  }
}
