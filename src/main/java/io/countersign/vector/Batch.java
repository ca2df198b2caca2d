package io.countersign.vector;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A run of vectors as it stands in a file, from behind one vector to the end of another, or so it
 * is supposed: whether vectors really part at both ends shows when it is parsed.
 */
final class Batch {
  private final byte[] list;
  private final int comma;

  private Batch(byte[] list, int comma) {
    this.list = list;
    this.comma = comma;
  }

  /**
   * Takes it out of a longer run.
   *
   * @param first whether no vector is before it, and so no comma
   */
  static Batch of(byte[] bytes, int length, boolean first) {
    byte[] list = new byte[length + 2];
    list[0] = '[';
    System.arraycopy(bytes, 0, list, 1, length);
    list[length + 1] = ']';
    int comma = 0;
    if (!first) {
      comma = 1;
      while (list[comma] != ',') {
        comma++;
      }
      list[comma] = ' ';
    }
    return new Batch(list, comma);
  }

  int length() {
    return list.length - 2;
  }

  /** The same as a document of its own: between brackets, and without a comma before it. */
  byte[] list() {
    return list;
  }

  /** As it stands in the file. */
  InputStream asWritten() {
    byte[] written = list.clone();
    if (comma > 0) {
      written[comma] = ',';
    }
    return new ByteArrayInputStream(written, 1, length());
  }
}
