package io.countersign.vector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a list of vectors into batches without reading it: where a batch is to end, it looks for
 * what only stands between two vectors, {@code },{"key":}. Text that has the same within a string
 * is thinkable in a broken file only; a batch that ends there is not well formed, which shows when
 * it is parsed.
 */
final class Batches {
  private InputStream in;
  private final int size;
  private final int largest;
  private byte[] block;
  private int length;
  private boolean first = true;

  /**
   * @param in from behind the bracket that opens the list
   * @param size of a batch, in bytes, about
   * @param largest how many bytes may be looked through for the end of one vector
   */
  Batches(InputStream in, int size, int largest) {
    this.in = in;
    this.size = size;
    this.largest = largest;
    this.block = new byte[size];
  }

  /**
   * The next batch; none near the end of the file, or where the end of a vector is out of sight.
   */
  Optional<Batch> next() {
    for (int wanted = Math.max(size, 2 * length); wanted <= largest; wanted = 2 * length) {
      if (!fill(wanted)) {
        return Optional.empty();
      }
      int end = lastEnd();
      if (end > 0) {
        Batch batch = Batch.of(block, end, first);
        first = false;
        length -= end;
        System.arraycopy(block, end, block, 0, length);
        return Optional.of(batch);
      }
    }
    return Optional.empty();
  }

  /** Everything behind the last batch. */
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(block, 0, length), in);
  }

  /** Whether there were that many bytes. */
  private boolean fill(int wanted) {
    if (block.length < wanted) {
      block = Arrays.copyOf(block, wanted);
    }
    try {
      while (length < wanted) {
        int count = in.read(block, length, wanted - length);
        if (count < 0) {
          return false;
        }
        length += count;
      }
      return true;
    } catch (IOException e) {
      in = failing(e);
      return false;
    }
  }

  /** What was read before comes first. */
  private static InputStream failing(IOException failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw failure;
      }
    };
  }

  /** Where the last vector ends that has another behind it; 0 if there is none. */
  private int lastEnd() {
    for (int i = length - 1; i > 0; i--) {
      if (block[i] == '}' && isBetweenVectors(i + 1)) {
        return i + 1;
      }
    }
    return 0;
  }

  private boolean isBetweenVectors(int from) {
    int i = from;
    for (char sign : new char[] {',', '{', '"'}) {
      i = skipBlank(i);
      if (i == length || block[i] != sign) {
        return false;
      }
      i++;
    }
    while (i < length && block[i] != '"') {
      i++;
    }
    i = skipBlank(Math.min(i + 1, length));
    return i < length && block[i] == ':';
  }

  private int skipBlank(int from) {
    int i = from;
    while (i < length
        && (block[i] == ' ' || block[i] == '\n' || block[i] == '\r' || block[i] == '\t')) {
      i++;
    }
    return i;
  }
}
