package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "hmac-sha265, did you mean 'hmac-sha256'?",
    "HMAC-SHA256, did you mean 'hmac-sha256'?",
    "hx, did you mean 'hex'?",
    "he, did you mean 'hex'?",
    "h, 'one of hex, hmac-sha1, hmac-sha256'",
  })
  void of_isTheNearestOrAllOfThem(String word, String expected) {
    assertThat(Suggestion.of(word, "hmac-sha256", "hmac-sha1", "hex")).isEqualTo(expected);
  }
}
