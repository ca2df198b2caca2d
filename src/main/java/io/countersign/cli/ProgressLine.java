package io.countersign.cli;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunListener;
import java.io.PrintStream;

/** One line on a terminal that says how far a run is, and is gone when it ends. */
final class ProgressLine implements RunListener, AutoCloseable {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final String ERASE = "\r\033[K";

  private final PrintStream terminal;
  private int total;
  private int done;
  private int failed;
  private long lastPrinted;

  ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void begins(int cases) {
    total = cases;
    print("");
  }

  @Override
  public synchronized void ended(CaseResult result) {
    done++;
    if (result.outcome() == Outcome.FAILED) {
      failed++;
    }
    if (System.nanoTime() - lastPrinted > INTERVAL_NANOS) {
      print(result.scheme());
    }
  }

  /** Something else is printed where the line stands. */
  synchronized void interrupted(Runnable printing) {
    terminal.print(ERASE);
    terminal.flush();
    printing.run();
  }

  /** What comes after the cases. */
  synchronized void says(String words) {
    terminal.print(ERASE + words);
    terminal.flush();
  }

  private void print(String scheme) {
    lastPrinted = System.nanoTime();
    says(
        "%d of %d cases%s  %s"
            .formatted(done, total, failed == 0 ? "" : ", " + failed + " failed", scheme));
  }

  @Override
  public synchronized void close() {
    terminal.print(ERASE);
    terminal.flush();
  }
}
