package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.ReferenceVerifier;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Those that say how far a clock may be ahead. */
  private static final Set<String> SKEWED =
      Set.of("amazon-s3", "aws-signature-4", "binance", "slack", "standard-webhooks");

  @ParameterizedTest
  @MethodSource("schemes")
  void reference_isConformant(String scheme) {
    for (Role role : List.of(Role.SIGNER, Role.VERIFIER)) {
      RunResult run = run(EmbeddedTarget.reference(), role, scheme);
      assertThat(run.cases())
          .allMatch(one -> one.outcome() == (isUnspoken(one) ? Outcome.RECORDED : Outcome.PASSED));
      assertThat(run.verdict()).as("as %s", role).isEqualTo(RunVerdict.CONFORMANT);
      assertThat(run.cases()).hasSizeGreaterThan(10);
    }
  }

  /** What a signature leaves open, and what is asked of nobody: none of these has a document. */
  private static boolean isUnspoken(CaseResult one) {
    String word = one.requirement().substring(one.scheme().length() + 1);
    return word.startsWith("leaves-")
        || word.equals("future-timestamp") && !SKEWED.contains(one.scheme())
        || List.of("no-duplicates", "carrier-syntax", "unusual-requests", "other-iso-8601-forms")
            .contains(word);
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

  /** It takes what is there twice and refuses the future: the reference does neither. */
  @ParameterizedTest
  @CsvSource({"DOCUMENTED, CONFORMANT, RECORDED", "DEPLOYED, NOT_CONFORMANT, FAILED"})
  void whatNoPageSpeaksOf_isRecorded_unlessTheDescriptionRulesIt(
      Profile profile, RunVerdict verdict, Outcome ofTheFuture, @TempDir Path folder) {
    SchemeCopy bare = SchemeCopy.below(Runs.FEATURES, folder, "hoshinplan", "bare");
    bare.delete(bare.file("requirements.yaml"));
    bare.features().forEach(bare::delete);
    boolean strict = profile == Profile.DOCUMENTED;
    VerifierUnderTest reference = new ReferenceVerifier();
    VerifierUnderTest other =
        BrokenVerifiers.of(
            call ->
                reference.judge(call) instanceof Judged.Rejected rejected
                    ? ofItsOwn(rejected)
                    : BrokenVerifiers.isAhead(call) && strict
                        ? new Judged.Rejected("future-timestamp", "")
                        : new Judged.Accepted(""));

    RunResult run =
        Runs.of(
            new OneRole(EmbeddedTarget.reference().withVerifier(other), Role.VERIFIER),
            profile,
            Runs.subjects(folder, List.of("bare")),
            Selection.ALL);

    assertThat(run.verdict()).isEqualTo(verdict);
    assertThat(outcomes(run, "bare/no-duplicates")).containsOnly(Outcome.RECORDED);
    assertThat(outcomes(run, "bare/future-timestamp")).containsOnly(ofTheFuture);
  }

  /** What the reference refuses and no page does. */
  private static Judged ofItsOwn(Judged.Rejected rejected) {
    return List.of("ambiguous-request", "future-timestamp").contains(rejected.reason())
        ? new Judged.Accepted("")
        : rejected;
  }

  private static Stream<Outcome> outcomes(RunResult run, String requirement) {
    return run.cases().stream()
        .filter(one -> one.requirement().equals(requirement))
        .map(CaseResult::outcome);
  }
}
