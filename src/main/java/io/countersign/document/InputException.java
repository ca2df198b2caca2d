package io.countersign.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person gave us is wrong. The message is a whole answer: where, what, and what
 * would be right. The command line prints it as it is and ends with status 2.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Mark where;
  private final boolean malformed;

  private InputException(@Nullable Mark where, boolean malformed, String message) {
    super(message);
    this.where = where;
    this.malformed = malformed;
  }

  /**
   * @param where the place in the document
   * @param problem what is wrong, without a final full stop
   * @param remedy what would be right, without a final full stop
   */
  public static InputException at(Mark where, String problem, String remedy) {
    return new InputException(where, false, where + ": " + problem + "; " + remedy);
  }

  /** For a document whose syntax is wrong there, in the words of its parser. */
  static InputException malformed(Mark where, String problem) {
    String message = where + ": this is not well formed: " + problem;
    return new InputException(where, true, message + "; correct the syntax there");
  }

  /** For input that is no document: an option, a missing file. */
  public static InputException of(String problem, String remedy) {
    return new InputException(null, false, problem + "; " + remedy);
  }

  /** The place in a document, where there is one. */
  public Optional<Mark> where() {
    return Optional.ofNullable(where);
  }

  /** Whether the syntax of a document is wrong, so that the message has a parser's words in it. */
  public boolean isMalformed() {
    return malformed;
  }

  /**
   * The same with a place, where it has none.
   *
   * @param part what stands there, as in {@code in this request}
   */
  public InputException within(Mark place, String part) {
    return where == null ? at(place, part, getMessage()) : this;
  }
}
