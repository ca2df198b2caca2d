package io.countersign.document;

/**
 * A place in a document.
 *
 * @param source the file's path, or a name such as {@code standard input}
 * @param line from 1
 * @param column from 1
 */
public record Mark(String source, int line, int column) {
  /** The beginning of a document, for what is wrong with all of it. */
  public static Mark startOf(String source) {
    return new Mark(source, 1, 1);
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
