package io.countersign.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Does something when the process is interrupted, unless what it watches is over. */
final class Interruption {
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread hook;

  private Interruption(Runnable action) {
    this.hook =
        new Thread(
            () -> {
              if (over.compareAndSet(false, true)) {
                action.run();
              }
            },
            "interruption");
  }

  static Interruption watch(Runnable action) {
    Interruption interruption = new Interruption(action);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What was watched came to its end by itself. */
  void over() {
    if (over.compareAndSet(false, true)) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
