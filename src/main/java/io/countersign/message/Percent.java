package io.countersign.message;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986, section 2.1). A {@code +} is a plus, as in any URL but a form's. */
public final class Percent {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED_MARKS = "-._~";

  private Percent() {}

  /** Encodes every byte but the unreserved ones, in upper case. */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(octet)) {
        encoded.append((char) octet);
      } else {
        HEX.toHexDigits(encoded.append('%'), octet);
      }
    }
    return encoded.toString();
  }

  /** Decodes every well-formed escape; any other {@code %} stays. The bytes are read as UTF-8. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    OctetBuffer decoded = new OctetBuffer();
    appendDecoded(text, decoded);
    return decoded.textFrom(0);
  }

  /** Appends the bytes that the escapes of a text stand for. */
  public static void appendDecoded(String text, OctetBuffer out) {
    int from = 0;
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i)) {
      if (i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
        out.append(text, from, i);
        out.append((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 3;
        from = i;
      } else {
        i++;
      }
    }
    out.append(text, from, text.length());
  }

  private static boolean isHex(char c) {
    return HexFormat.isHexDigit(c);
  }

  private static boolean isUnreserved(byte octet) {
    return octet >= '0' && octet <= '9'
        || octet >= 'A' && octet <= 'Z'
        || octet >= 'a' && octet <= 'z'
        || UNRESERVED_MARKS.indexOf(octet) >= 0;
  }
}
