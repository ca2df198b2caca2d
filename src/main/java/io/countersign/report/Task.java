package io.countersign.report;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something to do with files that is done on a thread of its own. */
final class Task {
  private final CompletableFuture<Optional<IOException>> failure;

  private Task(CompletableFuture<Optional<IOException>> failure) {
    this.failure = failure;
  }

  /** What is to be done. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * @param name of the thread
   */
  static Task begin(String name, Work work) {
    return new Task(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                work.run();
                return Optional.empty();
              } catch (IOException e) {
                return Optional.of(e);
              }
            },
            task -> new Thread(task, name).start()));
  }

  /**
   * Waits for it.
   *
   * @throws IOException if it failed with that
   */
  void end() throws IOException {
    Optional<IOException> failed = failure.join();
    if (failed.isPresent()) {
      throw failed.get();
    }
  }
}
