package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CredentialSpellingTest {
  @ParameterizedTest
  @CsvSource({
    "OTHER_CASE, Open Sesam3, OPEN SESAM3",
    "OTHER_CASE, OPEN, open",
    "FIRST_HALF, abcde, abc",
    "LONGER, abc, abc0",
    "QUOTED, abc, '\"abc\"'",
    "OTHER_END, abc, abx",
    "OTHER_END, abx, aby",
    "BLANK_BEHIND, abc, 'abc '"
  })
  void apply_spellsOtherwise(CredentialSpelling spelling, String text, String other) {
    assertThat(spelling.apply(text)).isEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource(CredentialSpelling.class)
  void apply_isAlwaysAnother(CredentialSpelling spelling) {
    assertThat(spelling.apply("s3cr3t")).isNotEqualTo("s3cr3t");
  }

  @Test
  void with_takesTheSpellingOfOpenFieldsAndOfSecrets() {
    Credentials own = credentials("club-key", "s3cr3t");

    assertThat(own.with("accesskey", CredentialSpelling.LONGER))
        .isEqualTo(credentials("club-key0", "s3cr3t"));
    assertThat(own.with("secretkey", CredentialSpelling.OTHER_END))
        .isEqualTo(credentials("club-key", "s3cr3x"));
    assertThat(credentials("club-key", "0123").with("secretkey", CredentialSpelling.OTHER_CASE))
        .isEqualTo(credentials("club-key", "0123"));
  }

  private static Credentials credentials(String key, String secret) {
    return Credentials.of(
        TestSchemes.builtIn("ticketmatic-basic"),
        Map.of("accesskey", key, "secretkey", secret, "account", "club"));
  }
}
