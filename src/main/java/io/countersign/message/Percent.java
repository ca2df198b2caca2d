package io.countersign.message;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1). A {@code +} is a plus, as in any URL but a form's. */
public final class Percent {
  private static final String DIGITS = "0123456789ABCDEF";
  private static final int MARKED_LENGTH = 3;

  /** By byte: whether it stands for itself. */
  private static final boolean[] UNRESERVED = new boolean[256];

  /** By byte: its value as a hexadecimal digit, or -1. */
  private static final byte[] DIGIT_VALUES = new byte[256];

  static {
    for (int octet = 0; octet < 256; octet++) {
      boolean ascii = octet < 0x80;
      UNRESERVED[octet] = ascii && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
      DIGIT_VALUES[octet] = (byte) (ascii ? Character.digit(octet, 16) : -1);
    }
  }

  private Percent() {}

  /** Encodes every byte but the unreserved ones, in upper case. */
  public static String encode(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    int reserved = 0;
    for (byte octet : octets) {
      reserved += UNRESERVED[octet & 0xFF] ? 0 : 1;
    }
    return reserved == 0 ? text : encoded(octets, reserved);
  }

  private static String encoded(byte[] octets, int reserved) {
    byte[] encoded = new byte[octets.length + (MARKED_LENGTH - 1) * reserved];
    int length = 0;
    for (byte octet : octets) {
      if (UNRESERVED[octet & 0xFF]) {
        encoded[length++] = octet;
      } else {
        encoded[length++] = '%';
        encoded[length++] = (byte) DIGITS.charAt(octet >> 4 & 0xF);
        encoded[length++] = (byte) DIGITS.charAt(octet & 0xF);
      }
    }
    return new String(encoded, StandardCharsets.ISO_8859_1);
  }

  /** Decodes every well-formed escape; any other {@code %} stays. The bytes are read as UTF-8. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    int length = decodeInPlace(octets, 0, octets.length);
    return new String(octets, 0, length, StandardCharsets.UTF_8);
  }

  /** Appends the bytes that the escapes of a text stand for. */
  public static void appendDecoded(String text, OctetBuffer out) {
    int from = out.length();
    out.append(text);
    if (text.indexOf('%') >= 0) {
      out.truncate(decodeInPlace(out.array(), from, out.length()));
    }
  }

  /**
   * @return where the decoded bytes end, which are never more than the encoded ones
   */
  private static int decodeInPlace(byte[] octets, int from, int to) {
    int end = from;
    for (int i = from; i < to; i++) {
      byte octet = octets[i];
      int decoded = octet == '%' && i + 2 < to ? value(octets[i + 1], octets[i + 2]) : -1;
      if (decoded >= 0) {
        i += MARKED_LENGTH - 1;
      }
      octets[end++] = decoded >= 0 ? (byte) decoded : octet;
    }
    return end;
  }

  /** What two hexadecimal digits stand for; negative if one of them is none. */
  private static int value(byte high, byte low) {
    return DIGIT_VALUES[high & 0xFF] << 4 | DIGIT_VALUES[low & 0xFF];
  }
}
