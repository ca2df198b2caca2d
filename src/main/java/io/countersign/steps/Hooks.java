package io.countersign.steps;

import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** Begins the case of each scenario. */
public final class Hooks {
  private final Current current;

  public Hooks(Current current) {
    this.current = current;
  }

  @Before
  public void begin(Scenario scenario) {
    current.begin(scenario);
  }
}
