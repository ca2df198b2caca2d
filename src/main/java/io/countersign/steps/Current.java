package io.countersign.steps;

import io.countersign.suite.Case;
import io.countersign.suite.CaseLog;
import io.countersign.suite.RunContext;
import io.cucumber.java.Scenario;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The case of the scenario that runs now, shared by the glue objects. */
final class Current {
  private final RunContext run;
  private final Subjects subjects;
  private final Function<Scenario, CaseLog> logs;
  private @Nullable Case current;

  Current(RunContext run, Subjects subjects, Function<Scenario, CaseLog> logs) {
    this.run = run;
    this.subjects = subjects;
    this.logs = logs;
  }

  void begin(Scenario scenario) {
    Source source = Source.of(scenario.getUri());
    current = new Case(run, subjects.get(source.scheme()), source.role(), logs.apply(scenario));
  }

  Case get() {
    return Objects.requireNonNull(current, "no scenario has begun");
  }
}
