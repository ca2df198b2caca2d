package io.countersign.vector;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A run of vectors as it stands in a file, from behind one vector to the end of another, or so it
 * is supposed: whether vectors really part at both ends shows when it is parsed.
 */
final class Batch {
  private final byte[] bytes;
  private final int length;
  private final int comma;

  private Batch(byte[] bytes, int length, int comma) {
    this.bytes = bytes;
    this.length = length;
    this.comma = comma;
  }

  /**
   * Makes a document of vectors where they are.
   *
   * @param bytes whose first is not of the file, and those from the second on are the vectors; kept
   *     and changed
   * @param length of the vectors; at least one more byte is behind them
   * @param first whether no vector is before it, and so no comma
   */
  static Batch of(byte[] bytes, int length, boolean first) {
    bytes[0] = '[';
    bytes[length + 1] = ']';
    int comma = 0;
    if (!first) {
      comma = 1;
      while (bytes[comma] != ',') {
        comma++;
      }
      bytes[comma] = ' ';
    }
    return new Batch(bytes, length, comma);
  }

  int length() {
    return length;
  }

  /** Begins with the vectors as a document of their own: in brackets, no comma before them. */
  byte[] bytes() {
    return bytes;
  }

  /** How many of the bytes are that document. */
  int documentLength() {
    return length + 2;
  }

  /** As it stands in the file. */
  InputStream asWritten() {
    byte[] written = bytes.clone();
    if (comma > 0) {
      written[comma] = ',';
    }
    return new ByteArrayInputStream(written, 1, length);
  }
}
