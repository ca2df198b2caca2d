package io.countersign.message;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1). A {@code +} is a plus, as in any URL but a form's. */
public final class Percent {
  private static final String DIGITS = "0123456789ABCDEF";
  private static final int MARKED_LENGTH = 3;

  /** By byte: its value as a hexadecimal digit, or -1. */
  private static final byte[] DIGIT_VALUES = new byte[256];

  static {
    for (int octet = 0; octet < 256; octet++) {
      DIGIT_VALUES[octet] = (byte) (octet < 0x80 ? Character.digit(octet, 16) : -1);
    }
  }

  private Percent() {}

  /** Encodes every byte but the unreserved ones, in upper case. */
  public static String encode(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    int reserved = EightOctets.nextReserved(octets, 0);
    return reserved == octets.length ? text : encoded(octets, reserved);
  }

  private static String encoded(byte[] octets, int firstReserved) {
    byte[] encoded = new byte[MARKED_LENGTH * octets.length];
    int length = 0;
    int from = 0;
    for (int at = firstReserved; at < octets.length; at = EightOctets.nextReserved(octets, from)) {
      System.arraycopy(octets, from, encoded, length, at - from);
      length += at - from;
      encoded[length++] = '%';
      encoded[length++] = (byte) DIGITS.charAt(octets[at] >> 4 & 0xF);
      encoded[length++] = (byte) DIGITS.charAt(octets[at] & 0xF);
      from = at + 1;
    }
    System.arraycopy(octets, from, encoded, length, octets.length - from);
    return new String(encoded, 0, length + octets.length - from, StandardCharsets.ISO_8859_1);
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
    int rest = from;
    for (int at = EightOctets.nextPercent(octets, from, to);
        at < to;
        at = EightOctets.nextPercent(octets, at + 1, to)) {
      int decoded = at + 2 < to ? value(octets[at + 1], octets[at + 2]) : -1;
      if (decoded >= 0) {
        System.arraycopy(octets, rest, octets, end, at - rest);
        end += at - rest;
        octets[end++] = (byte) decoded;
        rest = at + MARKED_LENGTH;
        at += MARKED_LENGTH - 1;
      }
    }
    System.arraycopy(octets, rest, octets, end, to - rest);
    return end + to - rest;
  }

  /** What two hexadecimal digits stand for; negative if one of them is none. */
  private static int value(byte high, byte low) {
    return DIGIT_VALUES[high & 0xFF] << 4 | DIGIT_VALUES[low & 0xFF];
  }
}
