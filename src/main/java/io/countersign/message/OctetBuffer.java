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

  private static final int USUAL_CAPACITY = 128;

  private byte[] bytes;
  private int length;

  public OctetBuffer() {
    this(USUAL_CAPACITY);
  }

  /**
   * @param capacity how many bytes go in before it has to grow
   */
  public OctetBuffer(int capacity) {
    bytes = new byte[capacity];
  }

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
    return Octets.own(Arrays.copyOf(bytes, length), 0, length);
  }

  /** What was written so far, not copied: nothing of it may be changed from now on. */
  Octets written() {
    return Octets.own(bytes, 0, length);
  }

  /** Gives the bytes away without a copy; the buffer is empty after that, and has to grow anew. */
  public Octets take() {
    Octets taken = Octets.own(bytes, 0, length);
    bytes = new byte[0];
    length = 0;
    return taken;
  }

  /** The text from an index on; what is not UTF-8 shows as U+FFFD. */
  public String textFrom(int index) {
    return new String(bytes, index, length - index, StandardCharsets.UTF_8);
  }

  public OctetBuffer append(byte octet) {
    reserve(1);
    bytes[length++] = octet;
    return this;
  }

  public OctetBuffer append(byte[] octets) {
    return append(octets, 0, octets.length);
  }

  OctetBuffer append(byte[] octets, int from, int to) {
    reserve(to - from);
    System.arraycopy(octets, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  void appendEncoded(byte[] octets, int from, int to) {
    reserve(EncodedBytes.room(to - from));
    length = EncodedBytes.write(octets, from, to, bytes, length);
  }

  void appendDecoded(byte[] octets, int from, int to) {
    reserve(to - from);
    length = Percent.decode(octets, from, to, bytes, length);
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
      grow(more);
    }
  }

  /** Apart from the question whether it is due, which is short enough to be compiled in place. */
  private void grow(int more) {
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
  }
}
