package io.countersign.vector;

/**
 * A place in a text, or how far one is behind another.
 *
 * @param line how many lines are before it
 * @param column how many characters (in UTF-16, as JSON parsers count them) are before it on its
 *     line
 */
record TextPosition(long line, long column) {
  TextPosition plus(TextPosition further) {
    return further.line == 0
        ? new TextPosition(line, column + further.column)
        : new TextPosition(line + further.line, further.column);
  }
}
