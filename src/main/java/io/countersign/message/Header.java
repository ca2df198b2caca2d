package io.countersign.message;

import io.countersign.document.InputException;

/**
 * A header field.
 *
 * @param name as written; compared without regard to letter case (RFC 9110, section 5.1)
 * @param value as written, but for the white space around it, which is not part of a field's value
 *     (RFC 9110, section 5.5)
 */
public record Header(String name, String value) {
  private static final boolean[] TOKEN = new boolean[0x7F];

  static {
    for (char c = '!'; c < TOKEN.length; c++) {
      TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
  }

  public Header {
    if (!isToken(name)) {
      throw InputException.of(
          "'" + name + "' is no header name", "use letters, digits and hyphens");
    }
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
      throw InputException.of(
          "the value of the header " + name + " contains a line break or NUL", "remove it");
    }
    value = trim(value);
  }

  boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  /** A token (RFC 9110, section 5.6.2). */
  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isTokenCharacter(char c) {
    return c < TOKEN.length && TOKEN[c];
  }

  private static String trim(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
