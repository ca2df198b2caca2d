package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/**
 * Short texts that files say again and again, such as {@code sign} and {@code GET}: no new text is
 * made of one that was read of late. Belongs to one thread.
 */
final class Words {
  /** A power of two. */
  private static final int PLACES = 64;

  private static final int LONGEST = 32;

  private final String[] read = new String[PLACES];

  Words() {
    Arrays.fill(read, "");
  }

  /** The current value, which is text. */
  String text(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireText(parser);
    char[] text = parser.getTextCharacters();
    int from = parser.getTextOffset();
    int length = parser.getTextLength();
    if (length == 0 || length > LONGEST) {
      return new String(text, from, length);
    }
    int place = length * 7 + text[from] + text[from + length - 1] & PLACES - 1;
    if (!is(read[place], text, from, length)) {
      read[place] = new String(text, from, length);
    }
    return read[place];
  }

  private static boolean is(String word, char[] text, int from, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
