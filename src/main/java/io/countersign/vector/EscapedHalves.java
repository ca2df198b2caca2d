package io.countersign.vector;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for escapes that stand for half a surrogate pair: the parser takes them for characters, and
 * they have no bytes in UTF-8 that could be signed.
 */
final class EscapedHalves {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x80 * ONES;

  /** How long an escape is by its number. */
  private static final int ESCAPE = 6;

  private EscapedHalves() {}

  /**
   * @param json well formed, or else it does not matter
   */
  static boolean areIn(byte[] json, int length) {
    return mayHaveNumbers(json, length) && isHalf(json, length);
  }

  /**
   * Most texts have no escape by number, which is seen eight bytes at a time: a byte is zero where
   * both a backslash stands there and the letter behind it.
   */
  private static boolean mayHaveNumbers(byte[] json, int length) {
    long found = 0;
    int i = 0;
    for (; i < length - Long.BYTES; i += Long.BYTES) {
      long others =
          (long) LONGS.get(json, i) ^ '\\' * ONES | (long) LONGS.get(json, i + 1) ^ 'u' * ONES;
      found |= others - ONES & ~others;
    }
    for (; i < length - 1; i++) {
      found |= json[i] == '\\' && json[i + 1] == 'u' ? HIGHEST : 0;
    }
    return (found & HIGHEST) != 0;
  }

  private static boolean isHalf(byte[] json, int length) {
    int i = 0;
    while (i < length - ESCAPE) {
      if (json[i] != '\\') {
        i++;
      } else if (!isSurrogate(json, i, '8', 'f')) {
        i += 2;
      } else if (i < length - 2 * ESCAPE
          && isSurrogate(json, i, '8', 'b')
          && isSurrogate(json, i + ESCAPE, 'c', 'f')) {
        i += 2 * ESCAPE;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Whether the escape there is of that part of D800 to DFFF, by its second digit. */
  private static boolean isSurrogate(byte[] json, int at, char from, char to) {
    int second = json[at + 3] | 0x20;
    return json[at] == '\\'
        && json[at + 1] == 'u'
        && (json[at + 2] | 0x20) == 'd'
        && second >= from
        && second <= to;
  }
}
