package io.countersign.target.adapter;

import io.countersign.document.Fields;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the adapter's process alive: starts it when it is needed, ends it when it breaks the
 * protocol, and starts it again for as long as there is patience. One question at a time. Whatever
 * ends our own process, the adapter does not outlive it.
 */
final class Supervisor implements AutoCloseable {
  private final List<String> command;
  private final Duration timeout;
  private final Quotes quotes;
  private final RestartBudget restarts = new RestartBudget();
  private final Thread lastRites = new Thread(this::abort, "adapter-end");
  private volatile @Nullable Child child;
  private volatile boolean closed;
  private @Nullable Hello known;
  private String lastFault = "";
  private int lastId;

  private Supervisor(List<String> command, Duration timeout, Quotes quotes) {
    this.command = command;
    this.timeout = timeout;
    this.quotes = quotes;
  }

  /** Nothing is started before the first question. */
  static Supervisor of(List<String> command, Duration timeout, Quotes quotes) {
    Supervisor supervisor = new Supervisor(command, timeout, quotes);
    Runtime.getRuntime().addShutdownHook(supervisor.lastRites);
    return supervisor;
  }

  /** From now on, whoever is started in its place is greeted first, and must offer as much. */
  synchronized void know(Hello hello) {
    known = hello;
  }

  /**
   * Asks one question.
   *
   * @param op what is asked, for messages
   * @param line makes the line for an id
   * @throws AdapterException if the child did not answer as the protocol asks; it is ended then
   */
  synchronized Fields ask(String op, IntFunction<String> line) throws AdapterException {
    requirePatience();
    try {
      Fields answer = exchange(living(), op, line);
      restarts.reward();
      return answer;
    } catch (AdapterException e) {
      abandon();
      if (closed) {
        // We ended it, so that it is no news how it ended.
        throw interrupted();
      }
      restarts.spend(e);
      lastFault = e.getMessage();
      throw e;
    }
  }

  private Fields exchange(Child with, String op, IntFunction<String> line) throws AdapterException {
    int id = ++lastId;
    String answer = with.ask(op, line.apply(id), timeout);
    if (answer.isBlank()) {
      throw Protocol.emptyLine(op, with.behindEmptyLine(), quotes);
    }
    return Protocol.answer(answer, id, op, quotes);
  }

  private void requirePatience() throws AdapterException {
    if (restarts.isGone()) {
      throw new AdapterException(
          "the adapter is not started again after "
              + restarts.faults()
              + " faults, of which the last: "
              + lastFault);
    }
  }

  private Child living() throws AdapterException {
    Child living = child;
    if (living == null) {
      pause();
      Child started = start();
      greet(started);
      return started;
    }
    return living;
  }

  /** A new process knows nothing of what was said to the one before it. */
  private void greet(Child started) throws AdapterException {
    Hello expected = known;
    if (expected != null) {
      Hello.read(exchange(started, "hello", Protocol::hello), quotes).requireLike(expected);
    }
  }

  /** A child that is started while we are about to end would be nobody's. */
  private Child start() throws AdapterException {
    synchronized (lastRites) {
      if (closed) {
        throw interrupted();
      }
      Child started = Child.start(command, quotes);
      child = started;
      lastId = 0;
      return started;
    }
  }

  private static AdapterException interrupted() {
    return new AdapterException("the run was interrupted");
  }

  private void pause() throws AdapterException {
    try {
      Thread.sleep(restarts.pause().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  private void abandon() {
    Child abandoned = child;
    if (abandoned != null) {
      abandoned.kill();
      child = null;
    }
  }

  /**
   * Ends the adapter because our process is about to end, and lets no other be started. Does not
   * wait for the question that is open.
   */
  void abort() {
    Child abandoned;
    synchronized (lastRites) {
      closed = true;
      abandoned = child;
    }
    if (abandoned != null) {
      abandoned.kill();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    Child ending = child;
    if (ending != null) {
      ending.end();
      child = null;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(lastRites);
    } catch (IllegalStateException e) {
      // It is at work already.
    }
  }
}
