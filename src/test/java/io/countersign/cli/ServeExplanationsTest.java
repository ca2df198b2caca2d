package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Searched;
import org.junit.jupiter.api.Test;

final class ServeExplanationsTest {
  /** Whether nothing fits or there was no time to look is not the same. */
  @Test
  void finding_saysWhetherTheSearchWasCutOff() {
    assertThat(ServeExplanations.finding(new Searched(1_234, 1_000, 500, true)))
        .isEqualTo("No known deviation gives this signature; check the secret itself first.");
    assertThat(ServeExplanations.finding(new Searched(1_234, 1_000, 500, false)))
        .isEqualTo(
            "No known deviation by itself gives this signature; the search for combinations was cut"
                + " off after 1,234. Check the secret itself first; countersign explain searches"
                + " longer.");
  }
}
