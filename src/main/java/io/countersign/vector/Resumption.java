package io.countersign.vector;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A vector file of which some vectors were read already, as a file again: one item stands for all
 * of them, and blanks where they were keep every place behind it as it was.
 *
 * @param head the file up to and with the bracket that opens the list
 * @param start the place behind that bracket
 */
record Resumption(byte[] head, TextPosition start) {
  private static final String PLACEHOLDER = "0";

  /**
   * @param end the place behind the last vector that was read
   * @param placed whether places count; without them it is sooner read
   */
  InputStream at(TextPosition end, boolean placed, InputStream rest) {
    if (end.equals(start)) {
      return joined(List.of(new ByteArrayInputStream(head), rest));
    }
    TextPosition behind = start.plus(new TextPosition(0, PLACEHOLDER.length()));
    long lines = end.line() - behind.line();
    long blanks = lines == 0 ? end.column() - behind.column() : end.column();
    return joined(
        List.of(
            new ByteArrayInputStream(head),
            new ByteArrayInputStream(new byte[] {'0'}),
            new Repeated((byte) '\n', placed ? lines : 0),
            new Repeated((byte) ' ', placed ? blanks : 0),
            rest));
  }

  int placeholders(TextPosition end) {
    return end.equals(start) ? 0 : 1;
  }

  static InputStream joined(List<InputStream> parts) {
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  /** One byte, so many times. */
  private static final class Repeated extends InputStream {
    private final byte octet;
    private long left;

    Repeated(byte octet, long times) {
      this.octet = octet;
      this.left = times;
    }

    @Override
    public int read() {
      return left-- > 0 ? octet : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(bytes, offset, offset + count, octet);
      left -= count;
      return count;
    }
  }
}
