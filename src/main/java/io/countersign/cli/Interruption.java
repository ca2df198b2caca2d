package io.countersign.cli;

/**
 * Does something when the process is interrupted, unless what it watches is over. The two never
 * happen at once: whichever comes first is brought to its end.
 */
final class Interruption implements AutoCloseable {
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private Runnable action;
  private boolean over;
  private boolean interrupted;

  private Interruption(Runnable action) {
    this.action = action;
  }

  static Interruption watch(Runnable action) {
    Interruption interruption = new Interruption(action);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private synchronized void interrupt() {
    if (!over) {
      interrupted = true;
      action.run();
    }
  }

  /** From here on something else is to be done. Returns and does not return as {@link #end}. */
  void instead(Runnable other) {
    synchronized (this) {
      if (!interrupted) {
        action = other;
        return;
      }
    }
    awaitTheEndOfTheProcess();
  }

  /**
   * What was watched came to its end by itself, and this is the last of it. Does not return where
   * the process is about to end instead, so that nothing is said or written any more.
   */
  void end(Runnable last) {
    synchronized (this) {
      if (!interrupted && !isProcessEnding()) {
        try {
          last.run();
        } finally {
          over = true;
          unregister();
        }
        return;
      }
    }
    awaitTheEndOfTheProcess();
  }

  /** Nothing more happens. */
  @Override
  public void close() {
    end(() -> {});
  }

  /**
   * What ends the process may have ended what was watched before it came to us; hooks can be added
   * for as long as nothing does.
   */
  static boolean isProcessEnding() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void unregister() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends just now; there is nothing left to do.
    }
  }

  private static void awaitTheEndOfTheProcess() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
