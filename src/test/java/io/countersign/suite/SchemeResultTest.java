package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

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
        Duration.ZERO);
  }

  private static Optional<String> openDoor(CaseResult... cases) {
    return new SchemeResult(Fixtures.subject("rmtrack").scheme(), List.of(), List.of(cases))
        .openDoor();
  }

  @Test
  void openDoor_isOneThatLetsEverybodyIn() {
    assertThat(openDoor(LET_IN, unsigned(Outcome.SKIPPED, "no writes")))
        .hasValueSatisfying(words -> assertThat(words).contains("without any signature"));
  }

  /** One method or one resource that is open says nothing of the others. */
  @Test
  void openDoor_isNoneThatIsOpenForSomeAlone() {
    assertThat(openDoor(LET_IN, unsigned(Outcome.PASSED, ""))).isEmpty();
  }

  @Test
  void openDoor_isNoneWhereNobodyGotIn() {
    assertThat(openDoor()).isEmpty();
    assertThat(openDoor(unsigned(Outcome.SKIPPED, "it was accepted"))).isEmpty();
    assertThat(openDoor(unsigned(Outcome.FAILED, "expected a 401, and it was 403"))).isEmpty();
    assertThat(openDoor(LET_IN.expectedFor("known"))).isEmpty();
    assertThat(openDoor(of("When its path is changed", Outcome.FAILED, ACCEPTED))).isEmpty();
  }
}
