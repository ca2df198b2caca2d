package io.countersign.cli;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Says at once, and once, that something cannot be told: a person need not wait for the end of a
 * run whose target is gone.
 */
final class FirstTrouble implements RunListener {
  private final ProgressLine progress;
  private final Consumer<String> saying;
  private final AtomicBoolean said = new AtomicBoolean();

  FirstTrouble(ProgressLine progress, Consumer<String> saying) {
    this.progress = progress;
    this.saying = saying;
  }

  @Override
  public void begins(int cases) {
    progress.begins(cases);
  }

  @Override
  public void ended(CaseResult result) {
    progress.ended(result);
    // Without a message it is the suite's own mistake, which is said by itself.
    boolean trouble = result.outcome() == Outcome.INCONCLUSIVE && !result.message().isEmpty();
    if (trouble && said.compareAndSet(false, true)) {
      progress.interrupted(
          () ->
              saying.accept(
                  "first inconclusive case: "
                      + result.requirement()
                      + ": "
                      + result.message().lines().findFirst().orElseThrow()));
    }
  }
}
