package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {
  private static final AdapterException CRASH = new AdapterException("it crashed");
  private static final AdapterException SILENCE = AdapterException.silence("it said nothing");

  @Test
  void pause_doublesUpToABound() {
    RestartBudget patience = new RestartBudget();
    assertThat(patience.pause()).isZero();

    for (int millis : new int[] {20, 40, 80, 160, 200, 200}) {
      patience.spend(CRASH);
      assertThat(patience.pause()).isEqualTo(Duration.ofMillis(millis));
    }
  }

  @Test
  void pause_beginsAnewAfterAnAnswer() {
    RestartBudget patience = new RestartBudget();
    patience.spend(CRASH);
    patience.spend(CRASH);

    patience.reward();
    assertThat(patience.pause()).isZero();
    patience.spend(CRASH);
    assertThat(patience.pause()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void isGone_afterEightSilencesOrManyCrashes() {
    assertThat(lasting(SILENCE)).isEqualTo(8);
    assertThat(lasting(CRASH)).isEqualTo(24);
  }

  /** Answers in between give none of it back, or an adapter could take for ever. */
  private static int lasting(AdapterException fault) {
    RestartBudget patience = new RestartBudget();
    while (!patience.isGone()) {
      patience.spend(fault);
      patience.reward();
    }
    return patience.faults();
  }
}
