package io.countersign.target.adapter;

import io.countersign.document.Fields;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the adapter's process alive: starts it when it is needed, ends it when it breaks the
 * protocol, starts it again a bounded number of times, each time a little later. One question at a
 * time.
 */
final class Supervisor implements AutoCloseable {
  private static final int MOST_RESTARTS = 8;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(20);

  private final List<String> command;
  private final Duration timeout;
  private @Nullable Child child;
  private int lives;
  private int lastId;
  private boolean closed;

  Supervisor(List<String> command, Duration timeout) {
    this.command = command;
    this.timeout = timeout;
  }

  /**
   * Asks one question.
   *
   * @param line makes the line for an id
   * @throws AdapterException if the child did not answer as the protocol asks; it is ended then
   */
  synchronized Fields ask(IntFunction<String> line) throws AdapterException {
    int id = ++lastId;
    Child asked = living();
    try {
      return Protocol.answer(asked.ask(line.apply(id), timeout), id);
    } catch (AdapterException e) {
      asked.kill();
      child = null;
      throw e;
    }
  }

  private Child living() throws AdapterException {
    Child living = child;
    if (living == null) {
      if (closed || lives > MOST_RESTARTS) {
        throw new AdapterException(
            "the adapter was started " + lives + " times and is not started again");
      }
      pause(lives);
      lives++;
      living = Child.start(command);
      child = living;
    }
    return living;
  }

  /** Nothing before the first life, then twice as long before each. */
  private static void pause(int livesBefore) throws AdapterException {
    if (livesBefore > 0) {
      try {
        Thread.sleep(FIRST_BACKOFF.multipliedBy(1L << (livesBefore - 1)).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AdapterException("the run was interrupted");
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (child != null) {
      child.end();
      child = null;
    }
  }
}
