package io.countersign.target.http;

import io.countersign.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a server wrote, as text: UTF-8, as nearly everybody writes, or else ISO 8859-1, in which all
 * bytes are letters. Read in a wrong way, a secret in it would not be known as one.
 */
final class ServerText {
  private static final Pattern HALF_A_CHARACTER = Pattern.compile("\uFFFD{1,3}\\z");

  private ServerText() {}

  /**
   * @param latin text that was read byte by byte
   */
  static String of(String latin) {
    return of(Octets.of(latin.getBytes(StandardCharsets.ISO_8859_1)), false);
  }

  /**
   * @param cut whether the text went on, so that its last character may be half a one
   */
  static String of(Octets bytes, boolean cut) {
    if (bytes.isText()) {
      return bytes.text();
    }
    String most = cut ? HALF_A_CHARACTER.matcher(bytes.text()).replaceFirst("") : "\uFFFD";
    return most.indexOf('\uFFFD') < 0
        ? most
        : new String(bytes.toBytes(), StandardCharsets.ISO_8859_1);
  }
}
