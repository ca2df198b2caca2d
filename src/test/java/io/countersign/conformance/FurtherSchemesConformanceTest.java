package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derived cases of schemes that the product does not ship, each a scheme.yaml and no more. */
final class FurtherSchemesConformanceTest {
  static List<String> schemes() throws IOException {
    try (Stream<Path> folders = Files.list(TestSchemes.further())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("scheme.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static RunResult run(EmbeddedTarget target, Role role, String scheme) {
    return Runs.of(
        new OneRole(target, role),
        Profile.DOCUMENTED,
        Runs.subjects(TestSchemes.further(), List.of(scheme)),
        Selection.ALL);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void reference_isConformant(String scheme) {
    for (Role role : List.of(Role.SIGNER, Role.VERIFIER)) {
      RunResult run = run(EmbeddedTarget.reference(), role, scheme);
      // What a signature leaves open is a property of the scheme, and judged nowhere.
      assertThat(run.cases())
          .allMatch(
              one ->
                  one.outcome()
                      == (one.requirement().startsWith(scheme + "/leaves-")
                          ? Outcome.RECORDED
                          : Outcome.PASSED));
      assertThat(run.verdict()).as("as %s", role).isEqualTo(RunVerdict.CONFORMANT);
      assertThat(run.cases()).hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void openDoor_isNot(String scheme) {
    EmbeddedTarget open =
        EmbeddedTarget.reference()
            .withVerifier(BrokenVerifiers.of(call -> new Judged.Accepted("yes")));
    RunResult run = run(open, Role.VERIFIER, scheme);
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(run.cases())
        .filteredOn(one -> one.outcome() == Outcome.FAILED)
        .extracting(one -> one.requirement().substring(scheme.length() + 1))
        .contains("signature-value", "signature-form", "credential-required");
  }
}
