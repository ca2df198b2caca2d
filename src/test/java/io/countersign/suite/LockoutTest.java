package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.target.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LockoutTest {
  private static final Ending REFUSED = InconclusiveException.ofTheUsual("refused, too").ending();

  private final List<CaseResult> cases = new ArrayList<>();

  private void then(Outcome outcome, String message) {
    then(Ending.of(outcome, message));
  }

  /** One more, a second after the one before it. */
  private void then(Ending ending) {
    Course course =
        Fixtures.course("Given", ending.outcome(), Fixtures.NOW.plusSeconds(cases.size()));
    cases.add(Fixtures.result(Role.ENDPOINT, "rmtrack/valid-request", ending, course));
  }

  private List<String> caveats(String... settled) {
    SchemeUnderTest subject = Fixtures.subject("rmtrack");
    for (String sentence : settled) {
      subject = subject.withSettled(sentence);
    }
    return SchemeResult.of(subject, cases).caveats();
  }

  @Test
  void whoRefusesEverythingInTheEnd_isSaidToSinceWhen() {
    then(Outcome.PASSED, "");
    then(Outcome.PASSED, "");
    then(REFUSED);
    then(Outcome.RECORDED, "rejected");
    then(REFUSED);
    then(REFUSED);

    assertThat(caveats())
        .containsExactly(
            "the server refuses everything since 2024-12-04T14:55:08Z, after 2 cases, also what it"
                + " took before: perhaps it locks out after failures");
  }

  @Test
  void whoAcceptsSomethingLater_isNot() {
    then(REFUSED);
    then(REFUSED);
    then(REFUSED);
    then(Outcome.PASSED, "");
    then(Outcome.INCONCLUSIVE, "a control");

    assertThat(caveats()).isEmpty();
  }

  @Test
  void whoTakesEachRequestOnce_isNot() {
    for (int i = 0; i < 5; i++) {
      then(REFUSED);
    }

    assertThat(caveats(Preflight.ONCE)).isEmpty();
  }
}
