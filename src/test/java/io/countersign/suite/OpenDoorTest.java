package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.target.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenDoorTest {
  private static final String ACCEPTED = "expected it to be rejected, and it was accepted";
  private static final Ending ACCEPTED_WRONGLY = NotConformantException.letIn(ACCEPTED).ending();
  private static final CaseResult LET_IN = unsigned(ACCEPTED_WRONGLY);
  private static final CaseResult CHANGED = of("When its path is changed", ACCEPTED_WRONGLY);

  private static CaseResult unsigned(Ending ending) {
    return of("When all signing is removed", ending);
  }

  private static CaseResult of(String step, Ending ending) {
    return Fixtures.result(Role.VERIFIER, "rmtrack/credential-required", ending, step);
  }

  private static CaseResult unsigned(Outcome outcome, String message) {
    return unsigned(Ending.of(outcome, message));
  }

  private static CaseResult of(String step, Outcome outcome, String message) {
    return of(step, Ending.of(outcome, message));
  }

  /** Those whose cause is that everybody is let in. */
  private static List<CaseResult> named(CaseResult... cases) {
    return SchemeResult.of(Fixtures.subject("rmtrack"), List.of(cases)).cases().stream()
        .filter(one -> one.ending().cause().isPresent())
        .toList();
  }

  @Test
  void whatIsAcceptedWronglyWhereEverybodyIsLetIn_isOneProblem() {
    List<CaseResult> named =
        named(CHANGED, unsigned(Outcome.SKIPPED, "no writes"), LET_IN, of("", Outcome.PASSED, ""));

    assertThat(Problem.of(named)).hasSize(1);
    assertThat(named).hasSize(2);
    assertThat(named.get(0).message())
        .startsWith(ACCEPTED + "\nwhat it did: It accepts a request without any signature");
  }

  @Test
  void whatElseIsWrong_isAProblemOfItsOwn() {
    CaseResult refused =
        of("When it is signed", Outcome.FAILED, "the request it signed is rejected");

    assertThat(named(LET_IN, refused)).hasSize(1);
  }

  /** One method or one resource that is open says nothing of the others. */
  @Test
  void whoLetsInSomeAlone_isNoOpenDoor() {
    assertThat(named(CHANGED, LET_IN, unsigned(Outcome.PASSED, ""))).isEmpty();
  }

  @Test
  void whereNobodyGotIn_isNoOpenDoor() {
    assertThat(named()).isEmpty();
    assertThat(named(CHANGED, unsigned(Outcome.SKIPPED, "it was accepted"))).isEmpty();
    assertThat(named(CHANGED, unsigned(Outcome.FAILED, "expected a 401, and it was 403")))
        .isEmpty();
    assertThat(named(CHANGED)).isEmpty();
  }
}
