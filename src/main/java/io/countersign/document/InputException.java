package io.countersign.document;

/**
 * Something that a person gave us is wrong. The message is a whole answer: where, what, and what
 * would be right. The command line prints it as it is and ends with status 2.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private InputException(String message) {
    super(message);
  }

  /**
   * @param where the place in the document
   * @param problem what is wrong, without a final full stop
   * @param remedy what would be right, without a final full stop
   */
  public static InputException at(Mark where, String problem, String remedy) {
    return new InputException(where + ": " + problem + "; " + remedy);
  }

  /** For input that is no document: an option, a missing file. */
  public static InputException of(String problem, String remedy) {
    return new InputException(problem + "; " + remedy);
  }
}
