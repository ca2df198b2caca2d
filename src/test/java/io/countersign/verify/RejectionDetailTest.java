package io.countersign.verify;

import static io.countersign.verify.Verifications.REQUEST;
import static io.countersign.verify.Verifications.TIME;
import static io.countersign.verify.Verifications.changed;
import static io.countersign.verify.Verifications.credentials;
import static io.countersign.verify.Verifications.sign;
import static io.countersign.verify.Verifications.signed;
import static io.countersign.verify.Verifications.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a rejection beside its reason. */
final class RejectionDetailTest {
  /** What a carrier was for tells which layer objects to its form. */
  @ParameterizedTest
  @CsvSource({
    "'t={timestamp}', '{signature}', malformed-timestamp, the header X-Time is not of the form t=",
    "'{timestamp}', 's={signature}', malformed-signature, the header X-Sign is not of the form s=",
  })
  void verify_rejectsACarrierOfAnotherFormForWhatItCarries(
      String time, String sign, String reason, String detail) {
    SigningRules rules =
        TestSchemes.builtIn("ticketmatic")
            .rules(Profile.DOCUMENTED)
            .withSent(List.of(inHeader("X-Time", time), inHeader("X-Sign", sign)));
    Verifier verifier =
        Verifier.of(TestSchemes.builtIn("ticketmatic"), rules, credentials("ticketmatic"));
    HttpRequest signed = Signer.of(rules, credentials("ticketmatic")).sign(REQUEST, TIME).request();
    String header = time.startsWith("t=") ? "X-Time" : "X-Sign";
    String value = signed.headers().first(header).orElseThrow().substring(2);
    HttpRequest changed =
        signed.withHeaders(signed.headers().without(header)).withHeader(header, value);

    assertThat(verifier.verify(signed, TIME).isAccepted()).isTrue();
    assertThat(verifier.verify(changed, TIME))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).hasToString(reason);
              assertThat(rejected.detail()).startsWith(detail);
            });
  }

  private static Placement inHeader(String name, String value) {
    return new Placement.InHeader(name, List.of(), Template.parse(value).orElseThrow());
  }

  @Test
  void verify_saysHowLongASignatureIsThatIsNone() {
    assertThat(saidOfSignature("a"))
        .isEqualTo("the signature of 1 character is not 32 bytes in hex");
    assertThat(saidOfSignature("ab"))
        .isEqualTo("the signature of 2 characters is not 32 bytes in hex");
  }

  /** 32 bytes of 0xfb, and 32 of 0x41. */
  @Test
  void verify_saysInWhichOtherEncodingASignatureIs() {
    assertThat(saidOfSignature("FB".repeat(32)))
        .isEqualTo("the signature is in hex-upper, and hex is due");
    assertThat(saidOfSignature("-_v7".repeat(10) + "-_s="))
        .isEqualTo("the signature is in base64-url, padded, and hex is due");
    assertThat(saidOfSignature("ticketevolution", "-_v7".repeat(10) + "-_s"))
        .isEqualTo("the signature is in base64-url, and base64 is due");
    assertThat(saidOfSignature("ticketevolution", "fb".repeat(32)))
        .isEqualTo("the signature is in hex, and base64 is due");
    assertThat(saidOfSignature("ticketevolution", "QUFB".repeat(10) + "QUE"))
        .isEqualTo("the signature of 43 characters is not 32 bytes in base64");
  }

  private static String saidOfSignature(String signature) {
    return saidOfSignature("ticketmatic", signature);
  }

  private static String saidOfSignature(String scheme, String signature) {
    HttpRequest request = changed(scheme, Profile.DOCUMENTED, Map.of("signature", signature));
    return ((Verdict.Rejected) verifier(scheme, Profile.DOCUMENTED).verify(request, TIME)).detail();
  }

  @ParameterizedTest
  @CsvSource({"PT1416H, 59 d", "PT49H, 2 d 1 h", "PT36H, 36 h", "PT31M, 31 min"})
  void verify_saysHowOldATimestampIs(Duration age, String words) {
    HttpRequest signed = changed("ticketmatic", Profile.DOCUMENTED, Map.of());
    Verdict verdict = verifier("ticketmatic", Profile.DOCUMENTED).verify(signed, TIME.plus(age));

    assertThat(((Verdict.Rejected) verdict).detail())
        .isEqualTo("it is " + words + " old and may be 30 min");
  }
}
