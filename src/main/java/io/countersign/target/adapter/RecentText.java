package io.countersign.target.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the last few KiB of a stream, and lets the rest go. */
final class RecentText {
  private static final int KEPT = 4096;

  private final byte[] ring = new byte[KEPT];
  private long total;

  private RecentText() {}

  static RecentText of(InputStream in) {
    RecentText text = new RecentText();
    Thread thread = new Thread(() -> text.read(in), "adapter-errors");
    thread.setDaemon(true);
    thread.start();
    return text;
  }

  private void read(InputStream in) {
    byte[] chunk = new byte[1024];
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

  synchronized String text() {
    int length = (int) Math.min(total, KEPT);
    byte[] kept = new byte[length];
    for (int i = 0; i < length; i++) {
      kept[i] = ring[(int) ((total - length + i) % KEPT)];
    }
    return new String(kept, StandardCharsets.UTF_8).strip();
  }
}
