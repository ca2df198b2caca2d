package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationWordsTest {
  /** Of 45:00 nobody can say whether it is hours or minutes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT0S|0 seconds",
        "PT1S|1 second",
        "PT45M|45 minutes",
        "PT30M1S|30 minutes and 1 second",
        "PT24H30M|24 hours and 30 minutes",
        "PT1H1M2S|1 hour, 1 minute and 2 seconds"
      })
  void durations_nameTheirUnits(Duration duration, String words) {
    assertThat(DurationWords.of(duration)).isEqualTo(words);
  }
}
