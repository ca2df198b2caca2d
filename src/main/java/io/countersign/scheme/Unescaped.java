package io.countersign.scheme;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A text with its percent-escapes decoded, that knows where each byte of it came from: whatever was
 * escaped, in which case of letters, once or more often, a secret reads the same in it.
 */
final class Unescaped {
  private static final int ESCAPE = 3;

  /** A character for each byte. */
  private final String bytes;

  /** The same with blanks in place of plus signs. */
  private final String blank;

  /** Where each byte began in the text that was given. */
  private final int[] starts;

  /** Where each byte ended in it. */
  private final int[] ends;

  private Unescaped(String bytes, int[] starts, int[] ends) {
    this.bytes = bytes;
    this.blank = withBlanks(bytes);
    this.starts = starts;
    this.ends = ends;
  }

  /** A text whose escapes are not decoded yet. */
  static Unescaped of(String text) {
    String bytes = bytesOf(text);
    int[] starts = new int[bytes.length()];
    int[] ends = new int[bytes.length()];
    Arrays.setAll(starts, i -> i);
    Arrays.setAll(ends, i -> i + 1);
    return new Unescaped(bytes, starts, ends);
  }

  /** This with its escapes decoded once; the same object where there are none. */
  Unescaped decoded() {
    StringBuilder decoded = new StringBuilder(bytes.length());
    int[] from = new int[bytes.length()];
    int[] to = new int[bytes.length()];
    for (int i = 0; i < bytes.length(); ) {
      boolean escape = isEscape(i);
      int next = i + (escape ? ESCAPE : 1);
      from[decoded.length()] = starts[i];
      to[decoded.length()] = ends[next - 1];
      decoded.append(escape ? (char) Integer.parseInt(bytes, i + 1, i + 3, 16) : bytes.charAt(i));
      i = next;
    }
    return decoded.length() == bytes.length() ? this : new Unescaped(decoded.toString(), from, to);
  }

  /** This without blanks and line breaks. */
  Unescaped unbroken() {
    StringBuilder joined = new StringBuilder(bytes.length());
    int[] from = new int[bytes.length()];
    int[] to = new int[bytes.length()];
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) > ' ') {
        from[joined.length()] = starts[i];
        to[joined.length()] = ends[i];
        joined.append(bytes.charAt(i));
      }
    }
    return new Unescaped(joined.toString(), from, to);
  }

  private boolean isEscape(int at) {
    return bytes.charAt(at) == '%'
        && at + 2 < bytes.length()
        && Character.digit(bytes.charAt(at + 1), 16) >= 0
        && Character.digit(bytes.charAt(at + 2), 16) >= 0;
  }

  /**
   * Marks what a form takes up in the text that was given, by the bytes of that. A plus sign may
   * stand for a blank.
   */
  void mark(String form, BitSet taken) {
    String wanted = withBlanks(bytesOf(form));
    for (int at = blank.indexOf(wanted); at >= 0; at = blank.indexOf(wanted, at + 1)) {
      taken.set(starts[at], ends[at + wanted.length() - 1]);
    }
  }

  /** A text with something else in place of each run of marked bytes. */
  static String replaced(String text, BitSet taken, String replacement) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder kept = new StringBuilder();
    for (int at = 0; at < bytes.length; ) {
      boolean gone = taken.get(at);
      int end = gone ? taken.nextClearBit(at) : taken.nextSetBit(at);
      int to = end < 0 ? bytes.length : end;
      kept.append(gone ? replacement : new String(bytes, at, to - at, StandardCharsets.UTF_8));
      at = to;
    }
    return kept.toString();
  }

  private static String withBlanks(String bytes) {
    return bytes.replace('+', ' ');
  }

  private static String bytesOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
