package io.countersign.target.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a child's lines on a thread of its own, with bounds: a line may be so long, and so many
 * lines may wait. What goes beyond ends the reading; memory stays bounded whatever the child does.
 */
final class BoundedLines {
  private static final int LONGEST_LINE = 4 << 20;
  private static final int MOST_WAITING = 64;

  private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(MOST_WAITING + 1);

  /**
   * A line, or why there are no more.
   *
   * @param text without its line break
   * @param problem why reading ended; empty for a line
   */
  private record Line(String text, String problem) {}

  private BoundedLines() {}

  static BoundedLines of(InputStream in) {
    BoundedLines lines = new BoundedLines();
    Thread thread = new Thread(() -> lines.read(in), "adapter-output");
    thread.setDaemon(true);
    thread.start();
    return lines;
  }

  /**
   * The next line.
   *
   * @throws AdapterException if none comes in time, or none will come any more
   */
  String next(Duration timeout) throws AdapterException {
    try {
      Line line = lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        throw new AdapterException(
            "the adapter did not answer within " + seconds(timeout) + " s");
      }
      if (!line.problem().isEmpty()) {
        lines.offer(line);
        throw new AdapterException(line.problem());
      }
      return line.text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdapterException("the run was interrupted");
    }
  }

  /** Whether the child has said something that nobody asked for. */
  boolean isAhead() {
    return lines.stream().anyMatch(line -> line.problem().isEmpty());
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? Long.toString(duration.toSeconds())
        : String.valueOf(duration.toMillis() / 1000.0);
  }

  private void read(InputStream in) {
    byte[] line = new byte[8192];
    int length = 0;
    try (in) {
      byte[] chunk = new byte[8192];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        for (int i = 0; i < count; i++) {
          if (chunk[i] == '\n') {
            if (!lines.offer(new Line(new String(line, 0, length, StandardCharsets.UTF_8), ""))) {
              end("the adapter flooded its output with lines that nobody asked for");
              return;
            }
            length = 0;
          } else {
            if (length == LONGEST_LINE) {
              end("the adapter wrote a line of more than " + (LONGEST_LINE >> 20) + " MiB");
              return;
            }
            if (length == line.length) {
              line = Arrays.copyOf(line, Math.min(LONGEST_LINE, line.length * 2));
            }
            line[length++] = chunk[i];
          }
        }
      }
      end("the adapter ended");
    } catch (IOException e) {
      end("the adapter closed its output");
    }
  }

  /** Room for this is kept by the one place beyond those that lines may take. */
  private void end(String problem) {
    if (!lines.offer(new Line("", problem))) {
      lines.poll();
      lines.offer(new Line("", problem));
    }
  }
}
