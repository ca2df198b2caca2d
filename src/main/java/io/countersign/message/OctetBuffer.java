package io.countersign.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing run of bytes that is used again and again, so that signing a request allocates nothing
 * for its string to sign. Belongs to one thread at a time.
 */
public final class OctetBuffer {
  /** Up to this many characters, looking at each is quicker than the library's encoder. */
  private static final int SHORT = 8;

  private byte[] bytes = new byte[256];
  private int length;

  public void clear() {
    length = 0;
  }

  public int length() {
    return length;
  }

  /** The bytes themselves, of which only the first {@link #length()} count: not a copy. */
  public byte[] array() {
    return bytes;
  }

  public Octets toOctets() {
    return Octets.of(bytes, 0, length);
  }

  /** The text from an index on; what is not UTF-8 shows as U+FFFD. */
  public String textFrom(int index) {
    return new String(bytes, index, length - index, StandardCharsets.UTF_8);
  }

  /** Takes back everything from an index on. */
  public void truncate(int newLength) {
    length = newLength;
  }

  public OctetBuffer append(byte octet) {
    reserve(1);
    bytes[length++] = octet;
    return this;
  }

  public OctetBuffer append(byte[] octets) {
    reserve(octets.length);
    System.arraycopy(octets, 0, bytes, length, octets.length);
    length += octets.length;
    return this;
  }

  public OctetBuffer append(Octets octets) {
    octets.appendTo(this);
    return this;
  }

  /** Appends text as UTF-8. */
  public OctetBuffer append(String text) {
    return append(text, 0, text.length());
  }

  /** Appends a part of a text as UTF-8; plain ASCII, the usual case, is copied without a detour. */
  @SuppressWarnings(
      "deprecation") // getBytes(int, int, byte[], int) copies low bytes: right for ASCII
  public OctetBuffer append(String text, int from, int to) {
    if (to - from > SHORT) {
      return append(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) > 0x7F) {
        return append(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
      }
    }
    reserve(to - from);
    text.getBytes(from, to, bytes, length);
    length += to - from;
    return this;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
