package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.target.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemeResultTest {
  private static final CaseResult REJECTION =
      Fixtures.result(
          Role.VERIFIER,
          "rmtrack/credential-required",
          Ending.of(Outcome.FAILED, "it was accepted"),
          "Then it is rejected");

  private static CaseResult signing(Outcome outcome) {
    return Fixtures.result(
        Role.SIGNER, "rmtrack/valid-request", Ending.of(outcome, ""), "When it is signed");
  }

  private static List<String> caveats(CaseResult... cases) {
    return new SchemeResult(Fixtures.subject("rmtrack").scheme(), List.of(), List.of(cases))
        .caveats();
  }

  /** Beside a verifier that is right, the run is green. */
  @Test
  void caveats_nameTheRoleThatDidNothing() {
    assertThat(caveats(REJECTION, signing(Outcome.SKIPPED), signing(Outcome.SKIPPED)))
        .containsExactly(
            "the signer skipped every request of rmtrack (2 cases): what it does is not known");
  }

  @Test
  void caveats_areNoneOfWhoDidSomething() {
    assertThat(caveats(signing(Outcome.SKIPPED), signing(Outcome.PASSED))).isEmpty();
    assertThat(caveats(REJECTION)).isEmpty();
    assertThat(caveats()).isEmpty();
  }
}
