package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.countersign.scheme.Profile;
import io.countersign.steps.Suite;
import io.countersign.suite.CaseResult;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunResult;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario that somebody adds to a copy of a built-in scheme, and runs with it.
 *
 * @param root below which the copy is
 */
record ExtraScenario(Path root) {
  static final String SCHEME = "rmtrack";
  static final String FILE = "extra.feature";

  SchemeCopy write(String... steps) {
    return writeNamed("Something extra", steps);
  }

  SchemeCopy writeNamed(String name, String... steps) {
    SchemeCopy copy = SchemeCopy.below(root, SCHEME);
    return copy.write(FILE, copy.scenario("@rmtrack/covers-path @verifier @extra", name, steps));
  }

  /** What becomes of a scenario of these steps. */
  CaseResult result(String... steps) {
    write(steps);
    List<CaseResult> cases = cases();
    assertThat(cases).hasSize(1);
    return cases.get(0);
  }

  /** The cases of what was added, and no others. */
  List<CaseResult> cases() {
    return run(new Selection(Set.of(), Set.of(), Optional.of(tags -> tags.contains("@extra"))))
        .cases();
  }

  RunResult run(Selection selection) {
    return Runs.of(
        new OneRole(EmbeddedTarget.reference(), Role.VERIFIER),
        Profile.DOCUMENTED,
        Runs.subjects(root, List.of(SCHEME)),
        selection);
  }

  /** A run that must not come to its first case. */
  Suite beginning() {
    RunContext context =
        RunContext.of(EmbeddedTarget.reference(), Profile.DOCUMENTED, Clock.systemUTC(), Runs.SEED);
    RunListener none =
        new RunListener() {
          @Override
          public void begins(int cases) {
            fail("the run begins");
          }

          @Override
          public void ended(CaseResult result) {}
        };
    return new Suite(context, Runs.subjects(root, List.of(SCHEME)), Selection.ALL, none);
  }
}
