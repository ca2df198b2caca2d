package io.countersign.vector;

/**
 * A place in a text, or how far one is behind another.
 *
 * @param line how many lines are before it
 * @param column how many characters (in UTF-16, as JSON parsers count them) are before it on its
 *     line
 */
record Place(long line, long column) {
  Place plus(Place further) {
    return further.line == 0
        ? new Place(line, column + further.column)
        : new Place(line + further.line, further.column);
  }
}
