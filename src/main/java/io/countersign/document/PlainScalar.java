package io.countersign.document;

/**
 * What a scalar without quotes is, by the core schema of YAML 1.2 (section 10.3.2): words such as
 * no and on are text, as is all that this schema does not know. Unlike there, so is an empty one:
 * what a field lacks is then said of the field.
 */
final class PlainScalar {
  private PlainScalar() {}

  static Node.Scalar.Type type(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> Node.Scalar.Type.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Node.Scalar.Type.BOOLEAN;
      case "" -> Node.Scalar.Type.TEXT;
      default -> isNumber(text) ? Node.Scalar.Type.NUMBER : Node.Scalar.Type.TEXT;
    };
  }

  /** Which of the two a boolean is. */
  static boolean isTrue(String bool) {
    return bool.charAt(0) == 't' || bool.charAt(0) == 'T';
  }

  private static boolean isNumber(String text) {
    if (text.startsWith("0x")) {
      return isAll(text, 2, 16);
    }
    if (text.startsWith("0o")) {
      return isAll(text, 2, 8);
    }
    int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    return isDecimal(text, sign) || isWord(text, sign);
  }

  /** Infinity, and what is no number at all, which is one as well. */
  private static boolean isWord(String text, int sign) {
    return switch (text.substring(sign)) {
      case ".inf", ".Inf", ".INF" -> true;
      case ".nan", ".NaN", ".NAN" -> sign == 0;
      default -> false;
    };
  }

  /** Digits with a point before, among or behind them, and perhaps an exponent. */
  private static boolean isDecimal(String text, int from) {
    int whole = digits(text, from);
    int end = whole;
    boolean any = whole > from;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, whole + 1);
      any |= end > whole + 1;
    }
    if (!any || end == text.length()) {
      return any;
    }
    int exponent = end + 1;
    if (text.charAt(end) != 'e' && text.charAt(end) != 'E') {
      return false;
    }
    if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
      exponent++;
    }
    return isAll(text, exponent, 10);
  }

  private static int digits(String text, int from) {
    int to = from;
    while (to < text.length() && isDigit(text.charAt(to), 10)) {
      to++;
    }
    return to;
  }

  /** Whether there is something from here on, and nothing but digits. */
  private static boolean isAll(String text, int from, int radix) {
    for (int i = from; i < text.length(); i++) {
      if (!isDigit(text.charAt(i), radix)) {
        return false;
      }
    }
    return from < text.length();
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }
}
