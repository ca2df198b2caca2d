package io.countersign.vector;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Some threads that check batches, and the order in which results are told: that of the file. Only
 * so many batches are in memory at a time; while the oldest of them is not ready, none is read.
 */
final class Crew {
  private final VectorCheck.Sizes sizes;
  private final ThreadLocal<Checker> checkers;
  private final Consumer<Checked> each;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long bytes;

  /** A batch that somebody is checking. */
  private record Pending(Batch batch, Future<Optional<BatchCheck.Result>> result) {}

  /** Checks batches for one thread. */
  @FunctionalInterface
  interface Checker {
    /**
     * Nothing if the batch is anything but well-formed vectors: then it is to be read for words.
     */
    Optional<BatchCheck.Result> check(Batch batch) throws IOException;
  }

  /**
   * @param checkers makes one for each thread
   * @param each takes results, in the order of the batches and in the calling thread
   */
  Crew(VectorCheck.Sizes sizes, Supplier<Checker> checkers, Consumer<Checked> each) {
    this.sizes = sizes;
    this.checkers = ThreadLocal.withInitial(checkers);
    this.each = each;
  }

  /**
   * How far it came.
   *
   * @param end the place behind the last vector that was told
   * @param rest what stands there
   */
  record Progress(TextPosition end, InputStream rest) {}

  /**
   * Checks batches until there are none, or one is not plain vectors.
   *
   * @param start the place where the first begins
   */
  Progress check(Batches batches, TextPosition start) {
    ExecutorService threads = Executors.newFixedThreadPool(sizes.threads(), Crew::thread);
    try {
      TextPosition end = start;
      for (boolean more = true; more || !pending.isEmpty(); ) {
        while (more && hasRoom()) {
          Optional<Batch> batch = batches.next();
          batch.ifPresent(next -> add(next, threads));
          more = batch.isPresent();
        }
        if (!pending.isEmpty()) {
          Optional<BatchCheck.Result> result = get(pending.element().result());
          if (result.isEmpty()) {
            break;
          }
          Batch done = pending.remove().batch();
          bytes -= done.length();
          batches.takeBack(done);
          each.accept(result.get().vectors());
          end = end.plus(result.get().extent());
        }
      }
      return new Progress(end, rest(batches));
    } finally {
      end(threads);
    }
  }

  private boolean hasRoom() {
    return pending.isEmpty() || pending.size() < sizes.batches() && bytes < sizes.bytes();
  }

  private void add(Batch batch, ExecutorService threads) {
    pending.add(new Pending(batch, threads.submit(() -> checkers.get().check(batch))));
    bytes += batch.length();
  }

  private InputStream rest(Batches batches) {
    List<InputStream> parts = new ArrayList<>();
    pending.forEach(one -> parts.add(one.batch().asWritten()));
    parts.add(batches.rest());
    return Resumption.joined(parts);
  }

  private static Optional<BatchCheck.Result> get(Future<Optional<BatchCheck.Result>> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the check was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a batch could not be checked", e.getCause());
    }
  }

  /** A process that ends need not wait for them. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "vectors");
    thread.setDaemon(true);
    return thread;
  }

  /** Leaves no thread behind; each is done with its batch at once. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
