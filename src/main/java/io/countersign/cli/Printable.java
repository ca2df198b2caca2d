package io.countersign.cli;

/** Makes text that came from elsewhere safe to print. */
final class Printable {
  private Printable() {}

  /**
   * The text on one line, control characters written as escapes: what stands in a request must not
   * move a terminal's cursor.
   */
  static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      switch (c) {
        case '\n' -> safe.append("\\n");
        case '\r' -> safe.append("\\r");
        case '\t' -> safe.append("\\t");
        default -> append(c, safe);
      }
    }
    return safe.toString();
  }

  private static void append(int c, StringBuilder safe) {
    boolean hidden =
        Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.LINE_SEPARATOR
            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    if (hidden) {
      for (char unit : Character.toChars(c)) {
        safe.append("\\u%04x".formatted((int) unit));
      }
    } else {
      safe.appendCodePoint(c);
    }
  }
}
