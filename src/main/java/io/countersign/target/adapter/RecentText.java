package io.countersign.target.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keeps the last few KiB of a stream, and lets the rest go. */
final class RecentText {
  private static final int KEPT = 8192;

  private final byte[] ring = new byte[KEPT];
  private final Thread reader;
  private long total;

  private RecentText(InputStream in) {
    reader = new Thread(() -> read(in), "adapter-errors");
    reader.setDaemon(true);
  }

  static RecentText of(InputStream in) {
    RecentText text = new RecentText(in);
    text.reader.start();
    return text;
  }

  private void read(InputStream in) {
    byte[] chunk = new byte[KEPT];
    try (in) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        append(chunk, count);
      }
    } catch (IOException e) {
      // The child is gone, and so is what it had to say.
    }
  }

  private synchronized void append(byte[] chunk, int count) {
    for (int i = 0; i < count; i++) {
      ring[(int) (total++ % KEPT)] = chunk[i];
    }
  }

  /** Waits a moment for the stream's end, for when its writer has ended. */
  void settle(Duration longest) throws InterruptedException {
    reader.join(longest.toMillis());
  }

  /** The end of the stream so far. */
  synchronized String text() {
    int length = (int) Math.min(total, KEPT);
    byte[] kept = new byte[length];
    for (int i = 0; i < length; i++) {
      kept[i] = ring[(int) ((total - length + i) % KEPT)];
    }
    return new String(kept, StandardCharsets.UTF_8).strip();
  }
}
