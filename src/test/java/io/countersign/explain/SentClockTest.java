package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time that the scheme takes, as ticketmatic takes any in the future. */
class SentClockTest {
  private static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-12-04T16:55:06 | The timestamp is local time: 2 h ahead of UTC, a time zone.
          2024-12-04T20:25:06 | The timestamp is local time: 5 h 30 min ahead of UTC, a time zone.
          2024-12-04T13:55:06 | The timestamp is local time: 1 h behind UTC, a time zone.
          2024-12-04T11:25:06 | The timestamp is local time: 3 h 30 min behind UTC, a time zone.
          2024-12-04T15:05:06 | The signer's clock is 10 min ahead.
          2024-12-05T14:55:06 | The date is 1 day off and the time of day is right.
          2024-12-04T14:56:06 |
          2024-12-04T14:55:06 |
          today               |
          """)
  void of_namesTheClock(String timestamp, String title) {
    SigningRules rules = Examples.SCHEMES.scheme("ticketmatic").rules(Profile.DOCUMENTED);
    HttpRequest signed =
        HttpRequest.get("https://h.example/a")
            .withHeader("Authorization", "TM-HMAC-SHA256 key=k ts=" + timestamp + " sign=00");

    assertThat(SentClock.of(rules, signed, NOW).map(one -> one.deviations().get(0).title()))
        .isEqualTo(Optional.ofNullable(title));
  }

  /** With %I five past midnight is 12:05. */
  @ParameterizedTest
  @CsvSource({
    "2024-12-04T00:05:00Z, 2024-12-04T12:05:00, twelve-hour-clock",
    "2024-12-04T15:05:00Z, 2024-12-04T03:05:00, twelve-hour-clock",
    "2024-12-04T03:05:00Z, 2024-12-04T15:05:00, local-time-ahead",
  })
  void of_tellsATwelveHourClockFromAZone(Instant time, String timestamp, String id) {
    SigningRules rules = Examples.SCHEMES.scheme("ticketmatic").rules(Profile.DOCUMENTED);
    HttpRequest signed =
        HttpRequest.get("https://h.example/a")
            .withHeader("Authorization", "TM-HMAC-SHA256 key=k ts=" + timestamp + " sign=00");

    assertThat(SentClock.of(rules, signed, time).map(one -> one.deviations().get(0).id()))
        .contains(id);
  }
}
