package io.countersign.target.adapter;

/** The child did not do what the protocol asks; the message says what it did. */
final class AdapterException extends Exception {
  private static final long serialVersionUID = 1L;

  AdapterException(String message) {
    super(message, null, false, false);
  }
}
