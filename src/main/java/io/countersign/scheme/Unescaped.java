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

  /** Where each byte began in the text that was given, and at the end where that ends. */
  private final int[] starts;

  private Unescaped(String bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  /** A text whose escapes are not decoded yet. */
  static Unescaped of(String text) {
    String bytes = bytesOf(text);
    int[] starts = new int[bytes.length() + 1];
    Arrays.setAll(starts, i -> i);
    return new Unescaped(bytes, starts);
  }

  /** This with its escapes decoded once; the same object where there are none. */
  Unescaped decoded() {
    StringBuilder decoded = new StringBuilder(bytes.length());
    int[] from = new int[bytes.length() + 1];
    for (int i = 0; i < bytes.length(); ) {
      from[decoded.length()] = starts[i];
      boolean escape = isEscape(i);
      decoded.append(escape ? (char) Integer.parseInt(bytes, i + 1, i + 3, 16) : bytes.charAt(i));
      i += escape ? ESCAPE : 1;
    }
    from[decoded.length()] = starts[bytes.length()];
    return decoded.length() == bytes.length()
        ? this
        : new Unescaped(decoded.toString(), Arrays.copyOf(from, decoded.length() + 1));
  }

  private boolean isEscape(int at) {
    return bytes.charAt(at) == '%'
        && at + 2 < bytes.length()
        && Character.digit(bytes.charAt(at + 1), 16) >= 0
        && Character.digit(bytes.charAt(at + 2), 16) >= 0;
  }

  /** Marks what a form takes up in the text that was given, by the bytes of that. */
  void mark(String form, BitSet taken) {
    String wanted = bytesOf(form);
    for (int at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
      taken.set(starts[at], starts[at + wanted.length()]);
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

  private static String bytesOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
