package io.countersign.vector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Cuts a list of vectors into batches without reading it: where a batch is to end, it looks for
 * what only stands between two vectors, {@code },{"key":}. Text that has the same within a string
 * is thinkable in a broken file only; a batch that ends there is not well formed, which shows when
 * it is parsed.
 */
final class Batches {
  /** The bytes before and behind what a block holds. */
  private static final int AROUND = 2;

  private InputStream in;
  private final int size;
  private final int largest;
  private final Deque<byte[]> spare = new ArrayDeque<>();

  /** What was read stands from the second byte on; room for one more is behind it, too. */
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
    this.block = new byte[size + AROUND];
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
        return Optional.of(cut(end));
      }
    }
    return Optional.empty();
  }

  /** Gives away the block up to there, and puts what is behind it into another. */
  private Batch cut(int end) {
    byte[] full = block;
    byte[] next = spare.isEmpty() ? new byte[size + AROUND] : spare.pop();
    length -= end;
    if (next.length < length + AROUND) {
      next = new byte[length + AROUND];
    }
    System.arraycopy(full, end + 1, next, 1, length);
    block = next;
    Batch batch = Batch.of(full, end, first);
    first = false;
    return batch;
  }

  /** Takes back a batch that nobody needs any more, since its bytes are good for another. */
  void takeBack(Batch batch) {
    if (batch.bytes().length == size + AROUND) {
      spare.push(batch.bytes());
    }
  }

  /** Everything behind the last batch. */
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(block, 1, length), in);
  }

  /** Whether there were that many bytes. */
  private boolean fill(int wanted) {
    if (block.length < wanted + AROUND) {
      block = Arrays.copyOf(block, wanted + AROUND);
    }
    try {
      while (length < wanted) {
        int count = in.read(block, length + 1, wanted - length);
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
    for (int i = length; i > 1; i--) {
      if (block[i] == '}' && isBetweenVectors(i + 1)) {
        return i;
      }
    }
    return 0;
  }

  private boolean isBetweenVectors(int from) {
    int i = from;
    for (char sign : new char[] {',', '{', '"'}) {
      i = skipBlank(i);
      if (i > length || block[i] != sign) {
        return false;
      }
      i++;
    }
    while (i <= length && block[i] != '"') {
      i++;
    }
    i = skipBlank(i + 1);
    return i <= length && block[i] == ':';
  }

  private int skipBlank(int from) {
    int i = from;
    while (i <= length
        && (block[i] == ' ' || block[i] == '\n' || block[i] == '\r' || block[i] == '\t')) {
      i++;
    }
    return i;
  }
}
