package io.countersign.target.adapter;

/**
 * What came of listening to a child.
 *
 * @param kind whether it is a line, or why there is none
 * @param text the line; else what there is of one
 */
record Heard(Kind kind, String text) {
  /** A line, or why there is none. */
  enum Kind {
    LINE,
    /** A line whose bytes are no text. */
    NO_TEXT,
    /** Nothing in the time given. */
    SILENCE,
    /** Its output is closed. */
    END,
    /** A line that does not end. */
    ENDLESS_LINE,
    /** Many lines that nobody asked for. */
    FLOOD
  }
}
