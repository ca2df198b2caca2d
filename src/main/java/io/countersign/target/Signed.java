package io.countersign.target;

import io.countersign.message.HttpRequest;

/** What came of asking for a signed request. */
public sealed interface Signed {
  /** The request as it was signed. */
  record Done(HttpRequest request) implements Signed {}

  /**
   * What it made is no request that HTTP could carry, such as one with a line break in a header.
   */
  record Unsendable(String what) implements Signed {}

  /** The target says that it cannot do this, or does not want to. */
  record Skipped(String reason) implements Signed {}

  /** The target says that something went wrong. */
  record Error(String reason) implements Signed {}

  /** No answer that could be used: a crash, a time-out, no protocol. */
  record Fault(String what) implements Signed {}
}
