package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerClockTest {
  /** Nobody sees that 31489272 seconds are a year. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT2.5S|2.5 s",
        "PT1M59S|119.0 s",
        "PT2M|2 minutes (120.0 s)",
        "PT1H|1 hour (3600.0 s)",
        "PT1H1M5S|1 hour and 1 minute (3665.0 s)",
        "PT31489272S|364 days and 11 hours (31489272.0 s)",
        "P1DT5M|1 day and 5 minutes (86700.0 s)",
      })
  void clocksThatAreFarApart_areSoInWords(Duration duration, String words) {
    assertThat(ServerClock.apart(duration)).isEqualTo(words);
  }
}
