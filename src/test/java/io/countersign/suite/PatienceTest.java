package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration LONG = Duration.ofSeconds(2);
  private static final Duration SHORT = Duration.ofMillis(3);

  private final Patience patience = new Patience(LONG, SHORT);

  @Test
  void budget_isLongUntilThreeSearchesInARowFoundNothing() {
    search(false, false);

    assertThat(patience.budget()).isEqualTo(LONG);

    search(false);

    assertThat(patience.budget()).isEqualTo(SHORT);
  }

  @Test
  void budget_isLongAgainOnceSomethingWasFound() {
    search(false, false, false, true);

    assertThat(patience.budget()).isEqualTo(LONG);
  }

  @Test
  void budget_isLongWhereOneInBetweenFoundSomething() {
    search(false, false, true, false, false);

    assertThat(patience.budget()).isEqualTo(LONG);
  }

  private void search(boolean... found) {
    for (boolean one : found) {
      patience.searched(one);
    }
  }
}
