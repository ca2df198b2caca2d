package io.countersign.message;

import io.countersign.document.InputException;

/** A header field. */
public final class Header {
  private static final boolean[] TOKEN = new boolean[0x7F];

  static {
    for (char c = '!'; c < TOKEN.length; c++) {
      TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
  }

  private final String name;
  private final String value;

  /**
   * @param name as written; compared without regard to letter case (RFC 9110, section 5.1)
   * @param value as written, but for the white space around it, which is not part of a field's
   *     value (RFC 9110, section 5.5)
   * @throws InputException if no message can carry them
   */
  public Header(String name, String value) {
    this(requireToken(name), value, true);
  }

  private Header(String token, String value, boolean known) {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
      throw InputException.of(
          "the value of the header " + token + " contains a line break or NUL", "remove it");
    }
    this.name = token;
    this.value = trim(value);
  }

  private static String requireToken(String name) {
    if (!isToken(name)) {
      throw InputException.of(
          "'" + name + "' is no header name", "use letters, digits and hyphens");
    }
    return name;
  }

  public String name() {
    return name;
  }

  public String value() {
    return value;
  }

  /**
   * The same header with another value.
   *
   * @throws InputException if no message can carry it
   */
  public Header withValue(String other) {
    return new Header(name, other, true);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Header header && name.equals(header.name) && value.equals(header.value);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + value.hashCode();
  }

  /** As a line of the message. */
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
