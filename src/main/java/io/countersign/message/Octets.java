package io.countersign.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable run of bytes: a body, a request target, a string to sign. A part of one is a view:
 * nothing is copied.
 */
public final class Octets {
  public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int from;
  private final int to;

  private Octets(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  public static Octets of(byte[] bytes) {
    return own(bytes.clone());
  }

  /** The bytes of a text in UTF-8. */
  public static Octets of(String text) {
    return own(text.getBytes(StandardCharsets.UTF_8));
  }

  static Octets of(byte[] bytes, int from, int to) {
    return own(Arrays.copyOfRange(bytes, from, to), 0, to - from);
  }

  /** Takes over an array without a copy; nobody may change it after that. */
  public static Octets own(byte[] bytes) {
    return own(bytes, 0, bytes.length);
  }

  static Octets own(byte[] bytes, int from, int to) {
    return from == to ? EMPTY : new Octets(bytes, from, to);
  }

  public boolean isEmpty() {
    return from == to;
  }

  public int length() {
    return to - from;
  }

  /** Whether these are all that they keep in memory: no part of something longer. */
  public boolean isWhole() {
    return length() == bytes.length;
  }

  public byte at(int index) {
    return bytes[from + index];
  }

  public byte[] toBytes() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The bytes from an index on and up to another. */
  public Octets slice(int start, int end) {
    return own(bytes, from + start, from + end);
  }

  /** These bytes and others behind them. */
  public Octets plus(Octets others) {
    byte[] all = Arrays.copyOfRange(bytes, from, to + others.length());
    System.arraycopy(others.bytes, others.from, all, length(), others.length());
    return own(all);
  }

  /** Where the byte stands first between two indices; the second of them where it does not. */
  public int next(char octet, int start, int end) {
    return EightOctets.next(octet, bytes, from + start, from + end) - from;
  }

  /** Where the byte stands last before an index; negative where it does not. */
  public int last(char octet, int end) {
    int at = EightOctets.last(octet, bytes, from, from + end);
    return at < 0 ? at : at - from;
  }

  public boolean has(char octet) {
    return next(octet, 0, length()) < length();
  }

  boolean hasBelow(char limit) {
    return EightOctets.hasBelow(limit, bytes, from, to);
  }

  /** Where the others are, all of them between two indices; negative where they are not. */
  public int indexOf(Octets others, int start, int end) {
    if (others.isEmpty()) {
      return start;
    }
    int lastStart = end - others.length() + 1;
    char first = (char) (others.bytes[others.from] & 0xFF);
    int at = start;
    while (at < lastStart) {
      at = next(first, at, lastStart);
      if (at < lastStart && has(others, at)) {
        return at;
      }
      at++;
    }
    return -1;
  }

  /** Whether the others stand here from an index on. */
  public boolean has(Octets others, int start) {
    int length = others.length();
    return length() - start >= length
        && ConstantTime.equal(bytes, from + start, others.bytes, others.from, length);
  }

  /** Whether both are equal, in a time that tells their lengths and nothing of where they part. */
  public boolean equalsInConstantTime(Octets other) {
    return length() == other.length()
        && ConstantTime.equal(bytes, from, other.bytes, other.from, length());
  }

  /**
   * Whether these are the others once their escapes are decoded, in a time that tells nothing of
   * the others but how many they are.
   */
  public boolean standsForInConstantTime(Octets plain) {
    return Percent.standsFor(bytes, from, to, plain.bytes, plain.from, plain.to);
  }

  void search(ParameterSearch search, ParameterSearch.Found found) {
    search.search(bytes, from, to, found);
  }

  boolean hasAny(ParameterSearch search, int start, int end) {
    return search.isAnyIn(bytes, from + start, from + end);
  }

  void appendTo(OctetBuffer buffer) {
    buffer.append(bytes, from, to);
  }

  void appendEncodedTo(OctetBuffer buffer) {
    buffer.appendEncoded(bytes, from, to);
  }

  void appendDecodedTo(OctetBuffer buffer) {
    buffer.appendDecoded(bytes, from, to);
  }

  /** Whether these are the bytes of a text in UTF-8. */
  public boolean isText() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The bytes as UTF-8 text; what is not UTF-8 shows as U+FFFD. */
  public String text() {
    return new String(bytes, from, length(), StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Octets octets && equalsInConstantTime(octets);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return text();
  }
}
