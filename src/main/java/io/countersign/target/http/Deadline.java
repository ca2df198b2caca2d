package io.countersign.target.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of one request's time. A socket's own time-out starts anew with each byte, so that a
 * server could drip one every few seconds for ever; this one closes the sockets.
 */
final class Deadline implements AutoCloseable {
  /** Under which the parameters of a client carry it to its sockets. */
  static final String PARAMETER = "countersign.deadline";

  private final List<Socket> sockets = new ArrayList<>(1);
  private final Duration time;
  private final ScheduledExecutorService watch;
  private @Nullable ScheduledFuture<?> alarm;
  private long end;
  private boolean over;
  private boolean expired;

  Deadline(Duration time, ScheduledExecutorService watch) {
    this.time = time;
    this.watch = watch;
  }

  /**
   * Closes the socket when time is up; at once, if it is. Time runs from the first socket on, so
   * that it is the server's and not that of a Java machine still loading classes.
   */
  synchronized void guard(Socket socket) {
    if (alarm == null) {
      end = System.nanoTime() + time.toNanos();
      alarm = watch.schedule(this::expire, time.toNanos(), TimeUnit.NANOSECONDS);
    }
    sockets.add(socket);
    if (expired) {
      abort(socket);
    }
  }

  /** What is left, at least 1. */
  synchronized int millisLeft() {
    long left = alarm == null ? time.toNanos() : end - System.nanoTime();
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
  }

  synchronized boolean isExpired() {
    return expired;
  }

  /** The answer is there: its socket may be used for another request. */
  @Override
  public synchronized void close() {
    over = true;
    if (alarm != null) {
      alarm.cancel(false);
    }
  }

  /** Closes the sockets now, since what still comes is not wanted. */
  synchronized void abandon() {
    sockets.forEach(Deadline::abort);
  }

  private synchronized void expire() {
    if (!over) {
      expired = true;
      sockets.forEach(Deadline::abort);
    }
  }

  private static void abort(Socket socket) {
    try {
      // Without this, closing a TLS socket would wait for whoever is writing to it.
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    try {
      socket.close();
    } catch (IOException e) {
      // It is as closed as it can be.
    }
  }
}
