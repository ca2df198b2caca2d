package io.countersign.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What this thread takes of the processor, which other processes do not add to. */
final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** Nanoseconds for doing something so many times. */
  static long of(long times, Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (long i = 0; i < times; i++) {
      work.run();
    }
    return Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
  }
}
