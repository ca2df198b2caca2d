package io.countersign.message;

import io.countersign.document.InputException;

/** A header field. Its value is kept as bytes, as it goes over the wire. */
public final class Header {
  /** One bit for each character up to 0x3F, and from there to 0x7F: whether a token may hold it. */
  private static final long LOW_TOKENS = tokens(0);

  private static final long HIGH_TOKENS = tokens(Long.SIZE);

  private final String name;
  private final Octets value;

  /**
   * @param name as written; compared without regard to letter case (RFC 9110, section 5.1)
   * @param value as written, but for the white space around it, which is not part of a field's
   *     value (RFC 9110, section 5.5)
   * @throws InputException if no message can carry them
   */
  public Header(String name, String value) {
    this.name = requireToken(name);
    this.value = requireSendable(name, Octets.of(value));
  }

  /** Another value under a name that is known to be one. */
  private Header(Header named, Octets value) {
    this.name = named.name;
    this.value = requireSendable(named.name, value);
  }

  private static Octets requireSendable(String name, Octets value) {
    // Hardly any value has a control character at all: only then is each of the three looked for.
    if (value.hasBelow(' ') && (value.has('\r') || value.has('\n') || value.has('\0'))) {
      throw InputException.unsendable(
          "the value of the header " + name + " contains a line break or NUL",
          "send it in one line; some encoders of base64 break theirs, or end it with a break");
    }
    return trim(value);
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
    return value.text();
  }

  /** The bytes of the value. */
  public Octets octets() {
    return value;
  }

  /**
   * The same header with another value.
   *
   * @throws InputException if no message can carry it
   */
  public Header withValue(Octets other) {
    return new Header(this, other);
  }

  /** Whether that is its name, in whatever letter case. */
  public boolean isNamed(String other) {
    // Most others are longer or shorter, and most of those that are looked for are written so.
    return name.length() == other.length() && (name.equals(other) || name.equalsIgnoreCase(other));
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
    return c < 2 * Long.SIZE && ((c < Long.SIZE ? LOW_TOKENS : HIGH_TOKENS) >>> c & 1) == 1;
  }

  private static long tokens(int first) {
    long tokens = 0;
    for (int c = Math.max(first, '!'); c < Math.min(first + Long.SIZE, 0x7F); c++) {
      tokens |= "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0 ? 1L << c : 0;
    }
    return tokens;
  }

  private static Octets trim(Octets value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.at(from))) {
      from++;
    }
    while (to > from && isBlank(value.at(to - 1))) {
      to--;
    }
    return to - from == value.length() ? value : value.slice(from, to);
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Header header && name.equals(header.name) && value.equals(header.value);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + value.hashCode();
  }

  /** Its name alone, for the value of some is a password. */
  @Override
  public String toString() {
    return name;
  }
}
