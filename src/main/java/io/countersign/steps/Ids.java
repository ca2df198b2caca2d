package io.countersign.steps;

import io.cucumber.core.eventbus.IncrementingUuidGenerator;
import io.cucumber.core.eventbus.UuidGenerator;

/** What Cucumber tells features, scenarios and steps apart by. */
final class Ids {
  /**
   * Counted, for nobody guesses at them, and shared by all runs, of which one process may have more
   * than there can be generators.
   */
  static final UuidGenerator NEXT = new IncrementingUuidGenerator();

  private Ids() {}
}
