package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Course;
import io.countersign.suite.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signer is asked to sign, a verifier is asked to accept. */
final class ShownScenarioTest {
  private static final String REQUEST =
      "Given a GET request for \"https://www.rmtrack.com/RMT/a/../b\"";

  @TempDir private Path temp;

  /** The cases of verifiers, of a copy of a scheme with these scenarios added. */
  private List<CaseResult> cases(String... scenarios) {
    ExtraScenario extra = new ExtraScenario(temp);
    SchemeCopy.below(temp, ExtraScenario.SCHEME)
        .write(
            ExtraScenario.FILE,
            "@rmtrack\nFeature: Extra\n\n" + String.join("\n", scenarios) + "\n");
    return extra.cases();
  }

  private static String scenario(String role, String name, String... steps) {
    return "  @rmtrack/covers-path @extra "
        + role
        + "\n  Scenario: "
        + name
        + "\n    "
        + String.join("\n    ", steps)
        + "\n";
  }

  @Test
  void scenarioOfASigner_isShownToAVerifier() {
    List<CaseResult> cases =
        cases(
            scenario(
                "@signer",
                "Dots are signed",
                REQUEST,
                "And the credential \"secretkey\" is \"k\"",
                "When it is signed",
                "Then the signature is \"whatever it is\"",
                "And the request is otherwise unchanged"));

    assertThat(cases).hasSize(1);
    assertThat(cases.get(0).name()).isEqualTo("Dots are signed (signed by the reference)");
    assertThat(cases.get(0).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(cases.get(0).course().steps())
        .extracting(Course.StepResult::text)
        .containsExactly(
            REQUEST,
            "And the credential \"secretkey\" is \"k\"",
            "And a signed request",
            "Then it is accepted");
  }

  /** Once is enough. */
  @Test
  void requestThatAVerifierIsAskedAlready_isNotShownAgain() {
    String[] signed = {REQUEST, "When it is signed", "Then the reference verifier accepts it"};

    assertThat(
            cases(
                scenario("@signer", "One", signed),
                scenario("@signer", "Two", signed),
                scenario(
                    "@verifier",
                    "Three",
                    REQUEST + "\n    And a signed request",
                    "Then it is accepted")))
        .extracting(CaseResult::name)
        .containsExactly("Three");
  }

  /** The same sentence with another text below it is another request. */
  @Test
  void requestWithAnotherBody_isShownAsWell() {
    String post = "Given a POST request for \"https://www.rmtrack.com/RMT/x\" with the body";

    assertThat(
            cases(
                scenario(
                    "@signer",
                    "One",
                    post,
                    "\"\"\"\n    {}\n    \"\"\"",
                    "When it is signed",
                    "Then the request is otherwise unchanged"),
                scenario(
                    "@signer",
                    "Two",
                    post,
                    "\"\"\"\n    []\n    \"\"\"",
                    "When it is signed",
                    "Then the request is otherwise unchanged")))
        .extracting(CaseResult::name)
        .containsExactly("One (signed by the reference)", "Two (signed by the reference)");
  }

  /** Of documents nobody is asked, and what signs nothing shows nothing. */
  @Test
  void erratum_isShownToNobody() {
    assertThat(
            cases(
                scenario(
                    "@signer @erratum",
                    "Documents differ",
                    REQUEST,
                    "When it is signed",
                    "Then the reference verifier accepts it")))
        .isEmpty();
  }
}
