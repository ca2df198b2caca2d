package io.countersign.document;

/** Makes text that came from elsewhere safe to show. */
public final class Visible {
  private Visible() {}

  /**
   * The text on one line, with escapes as Java and JSON have them for all that has no shape or
   * changes that of other text: what stands in a request must not move a terminal's cursor, nor
   * turn around a sentence that quotes it.
   */
  public static String line(String text) {
    StringBuilder visible = new StringBuilder(text.length() + 16);
    int next = 0;
    while (next < text.length()) {
      int c = text.codePointAt(next);
      append(c, visible);
      next += Character.charCount(c);
    }
    return visible.toString();
  }

  private static void append(int c, StringBuilder visible) {
    switch (c) {
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      case '\t' -> visible.append("\\t");
      default -> {
        if (isHidden(c)) {
          for (char unit : Character.toChars(c)) {
            visible.append("\\u%04x".formatted((int) unit));
          }
        } else {
          visible.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
