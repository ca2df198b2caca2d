package io.countersign.target;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Hands out turns, no more often than a rate allows. Shared between threads. */
final class Pace {
  private final long interval;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private long next;

  /** How to let time pass. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(long nanos) throws InterruptedException;
  }

  Pace(Optional<Rate> rate, LongSupplier nanoTime, Sleeper sleeper) {
    this.interval =
        rate.map(limit -> (long) (TimeUnit.SECONDS.toNanos(1) / limit.perSecond())).orElse(0L);
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
    this.next = nanoTime.getAsLong();
  }

  static Pace of(Optional<Rate> rate) {
    return new Pace(rate, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  /** Waits for a turn. */
  void await() {
    long wait = reserve();
    try {
      if (wait > 0) {
        sleeper.sleep(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody's turn comes before that time is over. */
  synchronized void hold(Duration time) {
    next = later(next, nanoTime.getAsLong() + time.toNanos());
  }

  private synchronized long reserve() {
    long now = nanoTime.getAsLong();
    long turn = later(now, next);
    next = turn + interval;
    return turn - now;
  }

  /** Readings of the nanosecond clock may wrap around: only their difference counts. */
  private static long later(long a, long b) {
    return a - b > 0 ? a : b;
  }
}
