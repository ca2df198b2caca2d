package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimestampWritingTest {
  /** A one-digit day in the afternoon, with a fraction. */
  private static final Instant TIME = Instant.parse("2024-12-04T14:55:06.789Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ISO_WITHOUT_ZONE|2024-12-04T14:55:06",
        "ISO_Z|2024-12-04T14:55:06Z",
        "ISO_MILLISECONDS|2024-12-04T14:55:06.789Z",
        "ISO_AHEAD|2024-12-04T16:55:06+02:00",
        "ISO_BEHIND|2024-12-04T09:55:06-05:00",
        "ISO_BLANK|2024-12-04 14:55:06",
        "ISO_BASIC|20241204T145506Z",
        "DATE_ONLY|2024-12-04",
        "TWELVE_HOURS|2024-12-04T02:55:06 PM",
        "RFC_1123|Wed, 04 Dec 2024 14:55:06 GMT",
        "RFC_1123_OFFSET|Wed, 04 Dec 2024 14:55:06 +0000",
        "RFC_1123_OTHER_OFFSET|Wed, 04 Dec 2024 16:55:06 +0200",
        "RFC_850|Wednesday, 04-Dec-24 14:55:06 GMT",
        "UNIX_SECONDS|1733324106",
        "UNIX_MILLISECONDS|1733324106789",
        "WORD|now",
      })
  void write_writesUtcInEnglish(TimestampWriting writing, String text) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(writing.write(TIME)).isEqualTo(text);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void write_takesTheCalendarYear() {
    assertThat(TimestampWriting.DATE_ONLY.write(Instant.parse("2024-12-30T00:00:00Z")))
        .isEqualTo("2024-12-30");
  }

  @Test
  void words_areDistinct() {
    assertThat(Arrays.stream(TimestampWriting.values()).map(TimestampWriting::words))
        .doesNotHaveDuplicates();
  }
}
