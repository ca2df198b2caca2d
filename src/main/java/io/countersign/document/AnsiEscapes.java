package io.countersign.document;

/** The escapes inside of dollar-single-quotes, which browsers write that copy a request as curl. */
final class AnsiEscapes {
  private static final String NAMES = "abefnrtv";
  private static final String MEANINGS = "\u0007\b\u001b\f\n\r\t\u000b";

  private AnsiEscapes() {}

  /**
   * @param at behind the backslash
   * @return where the text goes on
   */
  static int append(String text, int at, StringBuilder out) {
    char c = text.charAt(at);
    int named = NAMES.indexOf(c);
    if (named >= 0) {
      out.append(MEANINGS.charAt(named));
      return at + 1;
    }
    return switch (c) {
      case 'x' -> number(text, at + 1, 2, 16, out);
      case 'u' -> number(text, at + 1, 4, 16, out);
      case 'U' -> number(text, at + 1, 8, 16, out);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> number(text, at, 3, 8, out);
      default -> {
        out.append(c);
        yield at + 1;
      }
    };
  }

  private static int number(String text, int from, int most, int radix, StringBuilder out) {
    int to = from;
    while (to < text.length() && to < from + most && Character.digit(text.charAt(to), radix) >= 0) {
      to++;
    }
    int point = to == from ? 0 : Integer.parseUnsignedInt(text.substring(from, to), radix);
    boolean isByte = radix == 8 || most == 2;
    if (!Character.isValidCodePoint(point) || isByte && point > 0x7F) {
      throw InputException.of(
          "the escape \\" + text.substring(from - (radix == 8 ? 0 : 1), to) + " is no character",
          "write the character itself, or \\u and its code point");
    }
    out.appendCodePoint(point);
    return to;
  }
}
