package io.countersign.vector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** A stream that remembers what was read from it. */
final class RecordedInput extends InputStream {
  private final InputStream in;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  RecordedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    if (octet >= 0) {
      read.write(octet);
    }
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      read.write(bytes, offset, count);
    }
    return count;
  }

  /** The bytes of the first so many characters (in UTF-16), which have been read. */
  byte[] head(long characters) {
    byte[] bytes = read.toByteArray();
    int length = 0;
    for (long left = characters; left > 0; left--) {
      int octet = bytes[length] & 0xFF;
      int octets = octet < 0x80 ? 1 : octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : 4;
      // Four are a pair of surrogates.
      left -= octets == 4 ? 1 : 0;
      length += octets;
    }
    return Arrays.copyOf(bytes, length);
  }

  /** What stands behind the head, read or not. */
  InputStream behind(byte[] head) {
    byte[] bytes = read.toByteArray();
    return Resumption.joined(
        List.of(new ByteArrayInputStream(bytes, head.length, bytes.length - head.length), in));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
