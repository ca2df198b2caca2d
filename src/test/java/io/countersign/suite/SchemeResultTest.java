package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.target.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SchemeResultTest {
  private static final String ACCEPTED = "expected it to be rejected, and it was accepted";
  private static final CaseResult LET_IN = unsigned(Outcome.FAILED, ACCEPTED);

  private static CaseResult unsigned(Outcome outcome, String message) {
    return of("When all signing is removed", outcome, message);
  }

  private static CaseResult of(String step, Outcome outcome, String message) {
    CaseResult like = Fixtures.result("rmtrack/credential-required", outcome);
    return new CaseResult(
        like.scheme(),
        like.requirement(),
        like.name(),
        like.role(),
        outcome,
        message,
        Optional.empty(),
        List.of(new CaseResult.StepResult(step, outcome, Fixtures.NOW, Duration.ZERO)),
        List.of(),
        Fixtures.NOW,
        Duration.ZERO,
        Optional.empty());
  }

  private static CaseResult signing(Outcome outcome) {
    CaseResult like = of("When it is signed", outcome, "");
    return new CaseResult(
        like.scheme(),
        like.requirement(),
        like.name(),
        Role.SIGNER,
        outcome,
        "",
        Optional.empty(),
        like.steps(),
        List.of(),
        Fixtures.NOW,
        Duration.ZERO,
        Optional.empty());
  }

  private static List<String> caveats(CaseResult... cases) {
    return new SchemeResult(Fixtures.subject("rmtrack").scheme(), List.of(), List.of(cases))
        .caveats();
  }

  /** Beside a verifier that is right, the run is green. */
  @Test
  void caveats_nameTheRoleThatDidNothing() {
    assertThat(caveats(LET_IN, signing(Outcome.SKIPPED), signing(Outcome.SKIPPED)))
        .containsExactly(
            "the signer skipped every request of rmtrack (2 cases): what it does is not known");
  }

  @Test
  void caveats_areNoneOfWhoDidSomething() {
    assertThat(caveats(signing(Outcome.SKIPPED), signing(Outcome.PASSED))).isEmpty();
    assertThat(caveats(LET_IN)).isEmpty();
    assertThat(caveats()).isEmpty();
  }
}
