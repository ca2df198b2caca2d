package io.countersign.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What this thread allocates. */
final class Allocation {
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Bytes since the thread began. */
  static long sofar() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
