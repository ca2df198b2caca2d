package io.countersign.steps;

import io.countersign.suite.Case;
import io.countersign.suite.CaseLog;
import io.countersign.suite.RunContext;
import io.cucumber.java.Scenario;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The case of the scenario that runs now, shared by the glue objects. */
final class Current {
  private final RunContext run;
  private final Subjects subjects;
  private @Nullable Case current;

  Current(RunContext run, Subjects subjects) {
    this.run = run;
    this.subjects = subjects;
  }

  void begin(Scenario scenario) {
    Source source = Source.of(scenario.getUri());
    current = new Case(run, subjects.get(source.scheme()), source.role(), logOf(scenario));
  }

  Case get() {
    return Objects.requireNonNull(current, "no scenario has begun");
  }

  /** What a case writes down travels as Cucumber's own attachments and log lines. */
  private static CaseLog logOf(Scenario scenario) {
    return new CaseLog() {
      @Override
      public void attach(String name, String text) {
        scenario.attach(text, "text/plain", name);
      }

      @Override
      public void saw(String sentence) {
        scenario.log(sentence);
      }
    };
  }
}
