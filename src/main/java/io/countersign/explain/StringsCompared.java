package io.countersign.explain;

import io.countersign.message.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Two strings to sign one above the other, with invisible characters made visible and the first
 * difference marked. Lines without colour; whoever prints them may colour the marked column.
 *
 * @param signed what was signed, made visible
 * @param expected what should have been, made visible
 * @param column where the two part, in visible characters from 0; negative where they do not
 */
public record StringsCompared(String signed, String expected, int column) {
  private static final char FIRST_SYMBOL = '\u2400';

  public static StringsCompared of(Octets signed, Octets expected) {
    // Byte for byte where one of them is no text, or equal bytes would look different.
    boolean text = signed.isText() && expected.isText();
    List<String> one = text ? characters(signed.text()) : bytes(signed);
    List<String> other = text ? characters(expected.text()) : bytes(expected);
    int at = 0;
    while (at < one.size() && at < other.size() && one.get(at).equals(other.get(at))) {
      at++;
    }
    boolean same = at == one.size() && at == other.size();
    int column = same ? -1 : width(String.join("", one.subList(0, at)));
    return new StringsCompared(String.join("", one), String.join("", other), column);
  }

  /** {@code signed}, {@code expected}, and a line with a caret under the first difference. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("signed:   " + signed);
    lines.add("expected: " + expected);
    if (column >= 0) {
      lines.add(" ".repeat("expected: ".length() + column) + "^");
    }
    return lines;
  }

  /**
   * The same cut to so many characters a line, around the first difference; what is left out shows
   * as an ellipsis.
   */
  public StringsCompared within(int width) {
    if (Math.max(width(signed), width(expected)) <= width) {
      return this;
    }
    int from = column < width * 2 / 3 ? 0 : column - width / 2;
    return new StringsCompared(cut(signed, from, width), cut(expected, from, width), column - from);
  }

  private static String cut(String text, int from, int width) {
    int[] points = text.codePoints().skip(from).limit(width).toArray();
    if (from > 0 && points.length > 0) {
      points[0] = '…';
    }
    if (width(text) > from + width) {
      points[width - 1] = '…';
    }
    return new String(points, 0, points.length);
  }

  /** One string on one line; an end that is reached shows as nothing. */
  public static String visible(String text) {
    return String.join("", characters(text));
  }

  private static List<String> bytes(Octets octets) {
    List<String> bytes = new ArrayList<>();
    for (byte octet : octets.toBytes()) {
      boolean ascii = octet >= 0 && octet != 0x7F;
      bytes.add(ascii ? visible((int) octet) : "\\x%02x".formatted(octet));
    }
    return bytes;
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(StringsCompared::visible).toList();
  }

  private static String visible(int point) {
    if (point == '\n') {
      return "↵";
    }
    if (point == '\r') {
      return "␍";
    }
    if (point == '\t') {
      return "⇥";
    }
    if (point < ' ') {
      return String.valueOf((char) (FIRST_SYMBOL + point));
    }
    boolean shown =
        point == ' '
            || !Character.isISOControl(point)
                && !Character.isSpaceChar(point)
                && Character.getType(point) != Character.FORMAT
                && Character.getType(point) != Character.NON_SPACING_MARK;
    return shown ? Character.toString(point) : "\\u%04x".formatted(point);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
