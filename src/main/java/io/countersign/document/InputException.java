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
  private final Kind kind;

  private enum Kind {
    MALFORMED,
    UNSENDABLE,
    OTHER
  }

  private InputException(@Nullable Mark where, Kind kind, String message) {
    super(message);
    this.where = where;
    this.kind = kind;
  }

  /**
   * @param where the place in the document
   * @param problem what is wrong, without a final full stop
   * @param remedy what would be right, without a final full stop
   */
  public static InputException at(Mark where, String problem, String remedy) {
    return new InputException(where, Kind.OTHER, where + ": " + problem + "; " + remedy);
  }

  /** For a document whose syntax is wrong there, in the words of its parser. */
  static InputException malformed(Mark where, String problem) {
    String message = where + ": this is not well formed: " + problem;
    return new InputException(where, Kind.MALFORMED, message + "; correct the syntax there");
  }

  /** For input that is no document: an option, a missing file. */
  public static InputException of(String problem, String remedy) {
    return new InputException(null, Kind.OTHER, problem + "; " + remedy);
  }

  /** For a part of a message that is well formed by itself, and that HTTP cannot carry. */
  public static InputException unsendable(String problem, String remedy) {
    return new InputException(null, Kind.UNSENDABLE, problem + "; " + remedy);
  }

  /** The place in a document, where there is one. */
  public Optional<Mark> where() {
    return Optional.ofNullable(where);
  }

  /** Whether the syntax of a document is wrong, so that the message has a parser's words in it. */
  public boolean isMalformed() {
    return kind == Kind.MALFORMED;
  }

  /** Whether what is wrong is that HTTP cannot carry it. */
  public boolean isUnsendable() {
    return kind == Kind.UNSENDABLE;
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
