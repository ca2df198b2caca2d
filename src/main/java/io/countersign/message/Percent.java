package io.countersign.message;

/** Percent-encoding (RFC 3986, section 2.1). A {@code +} is a plus, as in any URL but a form's. */
public final class Percent {
  /** How many letters an escape has. */
  static final int MARKED_LENGTH = 3;

  private Percent() {}

  /** Encodes every byte but the unreserved ones, in upper case. */
  public static String encode(String text) {
    OctetBuffer encoded = new OctetBuffer();
    appendEncoded(text, encoded);
    return encoded.length() == text.length() ? text : encoded.textFrom(0);
  }

  /** Appends a text with every byte encoded but the unreserved ones. */
  public static void appendEncoded(String text, OctetBuffer out) {
    appendEncoded(Octets.of(text), out);
  }

  /** Appends others with every byte encoded but the unreserved ones. */
  public static void appendEncoded(Octets octets, OctetBuffer out) {
    octets.appendEncodedTo(out);
  }

  /** How many bytes of room it takes to append so many of them encoded. */
  public static int room(int octets) {
    return EncodedBytes.room(octets);
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
        int value = escaped(octets, at, to);
        decoded[end++] = value < 0 ? (byte) '%' : (byte) value;
        rest += value < 0 ? 1 : MARKED_LENGTH;
      }
    }
    return end;
  }

  /**
   * Whether the escapes of some bytes stand for the others, in a time that tells nothing of the
   * others but how many they are.
   */
  static boolean standsFor(
      byte[] octets, int from, int to, byte[] plain, int plainFrom, int plainTo) {
    long difference = 0;
    int i = from;
    int at = plainFrom;
    while (i <= to - Long.BYTES && at <= plainTo - Long.BYTES) {
      long sent = EightOctets.at(i, octets);
      long unlike = sent ^ EightOctets.at(at, plain);
      int before = EightOctets.countBefore('%', sent);
      if (before == Long.BYTES) {
        difference |= unlike;
      } else {
        difference |= EightOctets.first(before, unlike);
        int escaped = escaped(octets, i + before, to);
        difference |= (escaped < 0 ? '%' : escaped) ^ plain[at + before] & 0xFF;
        i += escaped < 0 ? 1 : MARKED_LENGTH;
        at++;
      }
      i += before;
      at += before;
    }
    while (i < to && at < plainTo) {
      int escaped = octets[i] == '%' ? escaped(octets, i, to) : -1;
      difference |= ((escaped < 0 ? octets[i] : escaped) ^ plain[at++]) & 0xFF;
      i += escaped < 0 ? 1 : MARKED_LENGTH;
    }
    return difference == 0 && i == to && at == plainTo;
  }

  /** What the escape stands for that begins there; negative where it is none. */
  private static int escaped(byte[] octets, int at, int to) {
    return at + 2 < to ? value(octets[at + 1], octets[at + 2]) : -1;
  }

  /** What two hexadecimal digits stand for; negative if one of them is none. */
  private static int value(byte high, byte low) {
    return digit(high) << 4 | digit(low);
  }

  private static int digit(byte octet) {
    int letter = (octet | 0x20) - 'a';
    return octet >= '0' && octet <= '9'
        ? octet - '0'
        : letter >= 0 && letter < 6 ? letter + 10 : -1;
  }
}
