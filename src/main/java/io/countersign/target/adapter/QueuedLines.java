package io.countersign.target.adapter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes lines to a child on a thread of its own, since a child that does not read would block
 * whoever writes to it.
 */
final class QueuedLines {
  /** Stands behind the last line; known by its identity. */
  private final byte[] last = {};

  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();

  private QueuedLines() {}

  static QueuedLines to(OutputStream out) {
    QueuedLines lines = new QueuedLines();
    Thread thread = new Thread(() -> lines.write(out), "adapter-input");
    thread.setDaemon(true);
    thread.start();
    return lines;
  }

  void add(String line) {
    waiting.add((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Closes the stream when everything before is written. */
  void end() {
    waiting.add(last);
  }

  private void write(OutputStream out) {
    try (out) {
      for (byte[] line = waiting.take(); line != last; line = waiting.take()) {
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      // The child reads no more; what that means shows on its output.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
