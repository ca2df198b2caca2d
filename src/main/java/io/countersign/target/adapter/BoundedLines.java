package io.countersign.target.adapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a child's lines on a thread of its own, with bounds: a line may be so long, and so much may
 * wait. What goes beyond ends the reading; memory stays bounded whatever the child does.
 */
final class BoundedLines {
  static final int LONGEST_LINE = 4 << 20;
  private static final int MOST_WAITING = 64;
  private static final int MOST_BYTES_WAITING = 2 * LONGEST_LINE;

  /** Of a line that does not end, as much as could be worth a look. */
  private static final int SAMPLE = 4096;

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int bytesWaiting;
  private ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private @Nullable Heard end;

  private BoundedLines() {}

  static BoundedLines of(InputStream in) {
    BoundedLines lines = new BoundedLines();
    Thread thread = new Thread(() -> lines.read(in), "adapter-output");
    thread.setDaemon(true);
    thread.start();
    return lines;
  }

  /** The next line, or why there is none; whatever ended the reading is said again and again. */
  synchronized Heard next(Duration timeout) throws InterruptedException {
    Duration longest = timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT;
    long deadline = System.nanoTime() + longest.toNanos();
    while (waiting.isEmpty() && end == null) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return new Heard(Heard.Kind.SILENCE, sample());
      }
      // Never wait(0), which would be for ever.
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    Heard heard = unasked().orElseThrow();
    if (!waiting.isEmpty()) {
      bytesWaiting -= waiting.remove().length;
    }
    return heard;
  }

  /** What the child has already said, or done, though nobody asked. */
  synchronized Optional<Heard> unasked() {
    byte[] line = waiting.peek();
    return line == null ? Optional.ofNullable(end) : Optional.of(decoded(line));
  }

  private static Heard decoded(byte[] line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return new Heard(Heard.Kind.LINE, text);
    } catch (CharacterCodingException e) {
      return new Heard(Heard.Kind.NO_TEXT, new String(line, StandardCharsets.UTF_8));
    }
  }

  private void read(InputStream in) {
    byte[] chunk = new byte[8192];
    try (in) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (!take(chunk, count)) {
          return;
        }
      }
    } catch (IOException e) {
      // Closed under our hands; there is nothing more to read either way.
    }
    end(Heard.Kind.END, sample());
  }

  /**
   * @return whether to read on
   */
  private synchronized boolean take(byte[] chunk, int count) {
    int from = 0;
    for (int i = 0; i < count; i++) {
      if (chunk[i] == '\n') {
        begun.write(chunk, from, i - from);
        from = i + 1;
        if (!endLine()) {
          return false;
        }
      }
    }
    begun.write(chunk, from, count - from);
    if (begun.size() > LONGEST_LINE) {
      end(Heard.Kind.ENDLESS_LINE, sample());
      return false;
    }
    return true;
  }

  private boolean endLine() {
    byte[] line = begun.toByteArray();
    begun.reset();
    waiting.add(line);
    bytesWaiting += line.length;
    if (waiting.size() > MOST_WAITING || bytesWaiting > MOST_BYTES_WAITING) {
      waiting.clear();
      end(Heard.Kind.FLOOD, sample(line));
      return false;
    }
    notifyAll();
    return true;
  }

  private synchronized void end(Heard.Kind kind, String text) {
    end = new Heard(kind, text);
    begun = new ByteArrayOutputStream(0);
    notifyAll();
  }

  private synchronized String sample() {
    return sample(begun.toByteArray());
  }

  private static String sample(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.UTF_8);
  }
}
