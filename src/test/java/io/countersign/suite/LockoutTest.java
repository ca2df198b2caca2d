package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.target.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LockoutTest {
  private static final String REFUSED =
      "the unchanged request was not accepted\n" + UsualRequest.REFUSED + "rejected";

  private final List<CaseResult> cases = new ArrayList<>();

  /** One more, a second after the one before it. */
  private void then(Outcome outcome, String message) {
    CaseResult like = Fixtures.result("rmtrack/valid-request", outcome);
    cases.add(
        new CaseResult(
            like.scheme(),
            like.requirement(),
            like.name(),
            Role.ENDPOINT,
            outcome,
            message,
            Optional.empty(),
            List.of(new CaseResult.StepResult("Given", outcome, Fixtures.NOW, Duration.ZERO)),
            List.of(),
            Fixtures.NOW.plusSeconds(cases.size()),
            Duration.ZERO,
            Optional.empty()));
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
    then(Outcome.INCONCLUSIVE, REFUSED);
    then(Outcome.RECORDED, "rejected");
    then(Outcome.INCONCLUSIVE, REFUSED);
    then(Outcome.INCONCLUSIVE, REFUSED);

    assertThat(caveats())
        .containsExactly(
            "the server refuses everything since 2024-12-04T14:55:08Z, after 2 cases, also what it"
                + " took before: perhaps it locks out after failures");
  }

  @Test
  void whoAcceptsSomethingLater_isNot() {
    then(Outcome.INCONCLUSIVE, REFUSED);
    then(Outcome.INCONCLUSIVE, REFUSED);
    then(Outcome.INCONCLUSIVE, REFUSED);
    then(Outcome.PASSED, "");
    then(Outcome.INCONCLUSIVE, "a control");

    assertThat(caveats()).isEmpty();
  }

  @Test
  void whoTakesEachRequestOnce_isNot() {
    for (int i = 0; i < 5; i++) {
      then(Outcome.INCONCLUSIVE, REFUSED);
    }

    assertThat(caveats(Preflight.ONCE)).isEmpty();
  }
}
