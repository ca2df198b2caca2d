package io.countersign.verify;

import io.countersign.message.Octets;

/** What a verifier says of a request. */
public sealed interface Verdict {
  boolean isAccepted();

  /** In words, to follow "it is". */
  String words();

  /**
   * The request is what its sender signed, and fresh.
   *
   * @param stringToSign the reading of the string to sign that the signature fits
   */
  record Accepted(Octets stringToSign) implements Verdict {
    @Override
    public boolean isAccepted() {
      return true;
    }

    @Override
    public String words() {
      return "accepted";
    }
  }

  /**
   * The request is refused, for exactly one reason.
   *
   * @param reason which
   * @param detail what was found, in words; never a secret, never the right signature
   */
  record Rejected(Reason reason, String detail) implements Verdict {
    @Override
    public boolean isAccepted() {
      return false;
    }

    @Override
    public String words() {
      return "rejected as " + reason + ": " + detail;
    }
  }
}
