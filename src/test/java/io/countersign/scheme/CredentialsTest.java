package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CredentialsTest {
  private static final Scheme SCHEME = TestSchemes.builtIn("ticketmatic");
  private static final Map<String, String> VALUES =
      Map.of("accesskey", "key", "secretkey", "s3cr3t \u00e9", "account", "club");

  @Test
  void of_takesEveryFieldOfTheScheme() {
    Credentials credentials = Credentials.of(SCHEME, VALUES);

    assertThat(credentials.text("accesskey")).isEqualTo("key");
    assertThat(credentials.isOpen("account")).isTrue();
    assertThat(credentials.isOpen("secretkey")).isFalse();
    assertThat(credentials.secret("secretkey")).isEqualTo(Secret.of("x", "s3cr3t \u00e9"));
    assertThat(credentials.openFields())
        .containsExactly(Map.entry("accesskey", "key"), Map.entry("account", "club"));
  }

  @Test
  void of_refusesAFieldThatTheSchemeDoesNotHave() {
    Map<String, String> more = new HashMap<>(VALUES);
    more.put("secretkye", "x");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Credentials.of(SCHEME, more))
        .withMessage(
            "the scheme ticketmatic has no credential 'secretkye'; did you mean 'secretkey'?");
  }

  @ParameterizedTest
  @CsvSource({
    "accesskey, the credential 'accesskey' of ticketmatic is empty; give its value",
    "secretkey, the credential 'secretkey' is empty; give the secret itself",
  })
  void of_refusesAnEmptyField(String field, String message) {
    Map<String, String> empty = new HashMap<>(VALUES);
    empty.put(field, "");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Credentials.of(SCHEME, empty))
        .withMessage(message);
  }

  @Test
  void of_refusesAMissingField() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Credentials.of(SCHEME, Map.of("accesskey", "a", "secretkey", "b")))
        .withMessage(
            "the credential 'account' of ticketmatic is missing;"
                + " its fields are accesskey, secretkey, account");
  }

  @Test
  void of_namesTheSecretsFieldAndNeverItsText() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Credentials.of(SCHEME, Map.of("secretkey", "s3cr3t", "account", "a")))
        .withMessageNotContaining("s3cr3t");
  }

  @Test
  void withers_leaveTheOriginalAlone() {
    Credentials credentials = Credentials.of(SCHEME, VALUES);
    Credentials other =
        credentials.withText("account", "b").withSecret("secretkey", Secret.of("secretkey", "t"));

    assertThat(other.text("account")).isEqualTo("b");
    assertThat(other.secret("secretkey")).isNotEqualTo(credentials.secret("secretkey"));
    assertThat(credentials.text("account")).isEqualTo("club");
  }

  @Test
  void credentials_areEqualByEveryField_theSecretIncluded() {
    Credentials credentials = Credentials.of(SCHEME, VALUES);

    assertThat(credentials)
        .isEqualTo(Credentials.of(SCHEME, VALUES))
        .hasSameHashCodeAs(Credentials.of(SCHEME, VALUES))
        .isNotEqualTo(credentials.withText("account", "b"))
        .isNotEqualTo(credentials.withSecret("secretkey", Secret.of("secretkey", "t")))
        .isNotEqualTo("credentials");
  }

  @Test
  void revealToAdapter_givesAnyField() {
    Credentials credentials = Credentials.of(SCHEME, VALUES);

    assertThat(credentials.revealToAdapter("account")).isEqualTo("club");
    assertThat(credentials.revealToAdapter("secretkey")).isEqualTo("s3cr3t \u00e9");
  }

  @Test
  void secret_neverPrints() {
    Secret secret = Secret.of("secretkey", "s3cr3t");

    assertThat(secret).hasToString("[redacted]");
    assertThat(Credentials.of(SCHEME, VALUES).toString()).doesNotContain("s3cr3t").contains("club");
    assertThat(secret.hashCode()).isEqualTo(Secret.of("secretkey", "another").hashCode());
  }

  @Test
  void secret_keepsWhiteSpaceAndNonAsciiLetters() {
    Secret secret = Secret.of("secretkey", " \u00e9\n");

    assertThat(secret.key(KeyEncoding.UTF_8))
        .isEqualTo(" \u00e9\n".getBytes(StandardCharsets.UTF_8));
    assertThat(secret.matches(" \u00e9\n".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(secret.matches("\u00e9".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(secret.matches(" \u00e9\n")).isTrue();
    assertThat(secret.matches(" \u00e9")).isFalse();
    assertThat(secret.matches(" \u00e9\n ")).isFalse();
    assertThat(secret.matches(" \u00ea\n")).isFalse();
    assertThat(secret.matches("-\u00e9\n")).isFalse();
    assertThat(secret.matches(" \u00e9-")).isFalse();
  }

  @Test
  void secret_isDecodedWhereTheSchemeSaysSo() {
    assertThat(Secret.of("s", "AP8=").key(KeyEncoding.BASE64)).containsExactly(0, 0xFF);
    assertThat(Secret.of("s", "00fF").key(KeyEncoding.HEX)).containsExactly(0, 0xFF);
  }

  @ParameterizedTest
  @EnumSource(names = {"BASE64", "HEX"})
  void secretOfAnotherEncoding_isRefusedWithoutSayingIt(KeyEncoding encoding) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Secret.of("s", "s3cr3t!").key(encoding))
        .withMessageStartingWith("the secret is not ")
        .withMessageNotContaining("s3cr3t");
  }
}
