package io.countersign.vector;

import io.countersign.message.Octets;

/**
 * Looks for escapes that stand for half a surrogate pair: the parser takes them for characters, and
 * they have no bytes in UTF-8 that could be signed.
 */
final class EscapedHalves {
  /** How long an escape is by its number. */
  private static final int ESCAPE = 6;

  private EscapedHalves() {}

  /**
   * @param json well formed, or else it does not matter
   */
  static boolean areIn(byte[] json, int length) {
    Octets text = Octets.own(json);
    int end = length - ESCAPE;
    int i = text.next('\\', 0, end);
    while (i < end) {
      int behind = i + 2;
      if (isSurrogate(json, i, '8', 'f')) {
        behind = i + 2 * ESCAPE;
        if (behind >= length
            || !isSurrogate(json, i, '8', 'b')
            || !isSurrogate(json, i + ESCAPE, 'c', 'f')) {
          return true;
        }
      }
      i = text.next('\\', behind, end);
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
