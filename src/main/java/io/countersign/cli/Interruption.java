package io.countersign.cli;

/**
 * Does something when the process is interrupted, unless what it watches is over. The two never
 * happen at once: whichever comes first is brought to its end.
 */
final class Interruption {
  private final Thread hook;
  private boolean over;
  private boolean interrupted;

  private Interruption(Runnable action) {
    this.hook = new Thread(() -> interrupt(action), "interruption");
  }

  static Interruption watch(Runnable action) {
    Interruption interruption = new Interruption(action);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private synchronized void interrupt(Runnable action) {
    if (!over) {
      interrupted = true;
      action.run();
    }
  }

  /**
   * What was watched came to its end by itself, and this is the last of it. Does not return where
   * the process is about to end instead, so that nothing is said or written any more.
   */
  void end(Runnable last) {
    synchronized (this) {
      if (!interrupted) {
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
