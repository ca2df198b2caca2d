package io.countersign.target.adapter;

/** The child did not do what the protocol asks; the message says what it did, in a sentence. */
final class AdapterException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean silence;

  private AdapterException(String message, boolean silence) {
    super(message, null, false, false);
    this.silence = silence;
  }

  AdapterException(String message) {
    this(message, false);
  }

  /** It said nothing for as long as we wait. */
  static AdapterException silence(String message) {
    return new AdapterException(message, true);
  }

  /** Whether it took all the time that there is for an answer. */
  boolean isSilence() {
    return silence;
  }
}
