package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Profile;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the suite derives from a description fits every description that can be loaded: the
 * reference conforms to the scheme of docs/schemes.md, however that is changed.
 */
final class OddSchemesConformanceTest {
  private static final Set<Outcome> RIGHT =
      Set.of(Outcome.PASSED, Outcome.RECORDED, Outcome.SKIPPED);

  static List<String> changes() {
    return OddSchemes.names();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void reference_isConformant(String change, @TempDir Path folder) throws IOException {
    OddSchemes.write(change, folder);

    for (Role role : List.of(Role.SIGNER, Role.VERIFIER, Role.ENDPOINT)) {
      RunResult run =
          Runs.of(
              new OneRole(EmbeddedTarget.reference(), role),
              Profile.DOCUMENTED,
              Runs.subjects(folder, List.of(GuideScheme.ID)),
              Selection.ALL);

      assertThat(run.cases().stream().filter(one -> !RIGHT.contains(one.outcome())))
          .as("as %s", role)
          .extracting(one -> one.requirement() + ": " + one.name() + ": " + one.message())
          .isEmpty();
      assertThat(run.verdict()).as("as %s", role).isEqualTo(RunVerdict.CONFORMANT);
      assertThat(run.cases()).hasSizeGreaterThan(10);
    }
  }
}
