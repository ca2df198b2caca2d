package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlTest {
  private static final String URL = "https://apps.ticketmatic.com/api/1/countersign/events";

  private final Control control = Fixtures.control("ticketmatic", URL);

  private static Verdict verdict(String scheme, HttpRequest request) {
    SchemeUnderTest subject = Fixtures.subject(scheme);
    return Verifier.of(subject.scheme(), Profile.DOCUMENTED, subject.credentials())
        .verify(request, Fixtures.NOW);
  }

  private static String authorization(HttpRequest request) {
    return request.headers().first("Authorization").orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic"})
  void sign_isAccepted_andPutsBackWhatItPut(String scheme) {
    Control signed = Fixtures.control(scheme, "https://www.example.com/a?b=c");
    HttpRequest request = signed.signed().request();
    assertThat(verdict(scheme, request)).isInstanceOf(Verdict.Accepted.class);
    assertThat(signed.withField(SigningRules.SIGNATURE, signed.signed().signature()))
        .isEqualTo(request);
  }

  @Test
  void withField_changesThatFieldAlone() {
    assertThat(authorization(control.withField("accesskey", "nobody")))
        .isEqualTo(
            authorization(control.signed().request())
                .replace("key=242dda885ec6024f934a40c0", "key=nobody"));
    assertThat(authorization(control.withField(SigningRules.TIMESTAMP, "now")))
        .contains(" ts=now sign=" + control.signed().signature());
  }

  @Test
  void withField_null_leavesTheFieldOut() {
    assertThat(authorization(control.withField(SigningRules.SIGNATURE, null)))
        .doesNotContain(control.signed().signature())
        .contains("ts=2024-12-04T14:55:06");
    Control two =
        Fixtures.control("ticketevolution", "https://api.ticketevolution.com/v9/categories");
    HttpRequest without = two.withField(SigningRules.SIGNATURE, null);
    assertThat(without.headers().has("X-Signature")).isFalse();
    assertThat(without.headers().first("X-Token")).contains("abc");
  }

  @Test
  void signedOver_takesTheRightKey() {
    assertThat(control.signedOver(control.signed().stringToSign().text()))
        .isEqualTo(control.signed().request());
    assertThat(verdict("ticketmatic", control.signedOver("something else")))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> assertThat(rejected.reason()).hasToString("signature-mismatch"));
  }

  @Test
  void signedAs_signsTheSameMessageWithOtherCredentials() {
    assertThat(control.signedAs(control.credentials().withText("account", "club")))
        .isEqualTo(control.signedOver("242dda885ec6024f934a40c0club2024-12-04T14:55:06"))
        .isNotEqualTo(control.request());
    assertThat(control.signedAs(control.credentials())).isEqualTo(control.request());
  }

  @Test
  void withTimestamp_signsWhateverTextIsGiven() {
    Control odd =
        Control.withTimestamp(
            control.rules(),
            control.credentials(),
            control.draft(),
            "half past three",
            Instant.EPOCH);
    assertThat(odd.signed().stringToSign().text()).endsWith("countersignhalf past three");
    assertThat(authorization(odd.signed().request())).contains(" ts=half past three ");
  }

  @Test
  void passwordOfAMac_isInconclusive() {
    Control signed = Fixtures.control("ticketmatic", URL);
    assertThatThrownBy(() -> SignatureRewriting.NO_COLON.apply(signed))
        .isInstanceOf(InconclusiveException.class);
  }

  @Test
  void userOfAPair_isLeft() {
    Control basic = Fixtures.control("ticketmatic-basic", URL);
    String user = basic.credentials().text("accesskey");
    assertThat(
            new String(
                Base64.getDecoder().decode(SignatureRewriting.NO_COLON.apply(basic)),
                StandardCharsets.UTF_8))
        .isEqualTo(user);
    assertThat(
            new String(
                Base64.getDecoder().decode(SignatureRewriting.NO_PASSWORD.apply(basic)),
                StandardCharsets.UTF_8))
        .isEqualTo(user + ":");
  }

  @Test
  void mac_ofAPassword_isInconclusive() {
    Control basic = Fixtures.control("ticketmatic-basic", URL);
    assertThatThrownBy(basic::mac).isInstanceOf(InconclusiveException.class);
    assertThatThrownBy(() -> SignatureRewriting.WITH_SHA1.apply(basic))
        .isInstanceOf(InconclusiveException.class);
  }
}
