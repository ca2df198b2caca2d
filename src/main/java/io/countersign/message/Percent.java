package io.countersign.message;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1). A {@code +} is a plus, as in any URL but a form's. */
public final class Percent {
  private static final String DIGITS = "0123456789ABCDEF";
  private static final int MARKED_LENGTH = 3;

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
    return text.indexOf('%') < 0 ? text : decode(Octets.of(text)).text();
  }

  /** Decodes every well-formed escape; any other {@code %} stays. */
  public static Octets decode(Octets octets) {
    if (!octets.has('%')) {
      return octets;
    }
    OctetBuffer decoded = new OctetBuffer(octets.length());
    octets.appendDecodedTo(decoded);
    return decoded.take();
  }

  /** Appends the bytes that the escapes of a text stand for. */
  public static void appendDecoded(String text, OctetBuffer out) {
    appendDecoded(Octets.of(text), out);
  }

  /** Appends the bytes that the escapes of others stand for. */
  public static void appendDecoded(Octets octets, OctetBuffer out) {
    octets.appendDecodedTo(out);
  }

  /**
   * @param decoded takes the decoded bytes, which are never more than the encoded ones
   * @return where they end
   */
  static int decode(byte[] octets, int from, int to, byte[] decoded, int decodedFrom) {
    int end = decodedFrom;
    int rest = from;
    while (rest < to) {
      int at = EightOctets.copyUntil('%', octets, rest, to, decoded, end);
      end += at - rest;
      rest = at;
      if (at < to) {
        int value = at + 2 < to ? value(octets[at + 1], octets[at + 2]) : -1;
        decoded[end++] = value < 0 ? (byte) '%' : (byte) value;
        rest += value < 0 ? 1 : MARKED_LENGTH;
      }
    }
    return end;
  }

  /** What two hexadecimal digits stand for; negative if one of them is none. */
  private static int value(byte high, byte low) {
    return Character.digit(high & 0xFF, 16) << 4 | Character.digit(low & 0xFF, 16);
  }
}
