package io.countersign.verify;

import static io.countersign.verify.Verifications.REQUEST;
import static io.countersign.verify.Verifications.TIME;
import static io.countersign.verify.Verifications.credentials;
import static io.countersign.verify.Verifications.sign;
import static io.countersign.verify.Verifications.signed;
import static io.countersign.verify.Verifications.verifier;
import static io.countersign.verify.Verifications.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verifier of one built-in scheme does and the others do not. */
final class BuiltInVerifiersTest {
  @Test
  void basic_acceptsWithoutAStringToSign() {
    assertThat(
            verifier("ticketmatic-basic", Profile.DOCUMENTED)
                .verify(signed("ticketmatic-basic", Profile.DOCUMENTED), TIME))
        .isEqualTo(new Verdict.Accepted(Octets.EMPTY));
  }

  /** What only resembles a parameter of the scheme is the caller's own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "app_keys=1",
        "app_key2",
        "my_app_key=1",
        "timestamps=1",
        "&a=1",
        "a=app_key",
        "a&&b=&",
        "App_key=1"
      })
  void hoshinplan_takesNoOtherParameterForItsOwn(String query) {
    HttpRequest signed =
        sign("hoshinplan", Profile.DOCUMENTED, HttpRequest.get("https://h/x?" + query));

    assertThat(verify("hoshinplan", Profile.DOCUMENTED, signed)).isEqualTo("accepted");
  }

  /** A signer takes the last for an earlier signature, and the other for the caller's own. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void hoshinplan_acceptsWhatWasSigned_whereTheRequestHasASignatureOfItsOwn(Profile profile) {
    HttpRequest signed =
        sign("hoshinplan", profile, HttpRequest.get("https://h/x?signature=1&a=2&signature=3"));

    assertThat(signed.target()).startsWith("/x?signature=1&a=2&app_key=");
    assertThat(verify("hoshinplan", profile, signed)).isEqualTo("accepted");
  }

  @Test
  void rmtrack_readsTheDateHeaderWhereItsOwnIsAbsent() {
    HttpRequest signed = signed("rmtrack", Profile.DOCUMENTED);
    String date = signed.headers().first("x-rmtrack-date").orElseThrow();
    HttpRequest plain =
        signed.withHeaders(signed.headers().without("x-rmtrack-date")).withHeader("Date", date);

    assertThat(verify("rmtrack", Profile.DOCUMENTED, plain)).isEqualTo("accepted");
    assertThat(verify("rmtrack", Profile.DOCUMENTED, plain.withHeader("Date", date)))
        .isEqualTo("ambiguous-request");
    assertThat(
            verify(
                "rmtrack",
                Profile.DOCUMENTED,
                signed.withHeader("Date", "Tue, 23 Sep 2014 18:00:00 GMT")))
        .as("its own wins")
        .isEqualTo("accepted");
  }

  @Test
  void ticketevolution_takesTheHostWithItsPortAndWithout() {
    HttpRequest onPort = HttpRequest.get("https://api.example.com:8443/x");
    HttpRequest without = sign("ticketevolution", Profile.DOCUMENTED, onPort);
    Scheme scheme = TestSchemes.builtIn("ticketevolution");
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    HttpRequest with =
        Signer.of(rules.withStringToSign(rules.readings().get(1)), credentials("ticketevolution"))
            .sign(onPort, TIME)
            .request();

    assertThat(with).isNotEqualTo(without);
    assertThat(verify("ticketevolution", Profile.DOCUMENTED, without)).isEqualTo("accepted");
    assertThat(verify("ticketevolution", Profile.DOCUMENTED, with)).isEqualTo("accepted");
  }

  @Test
  void ticketevolution_coversTheBodyWhereItStandsInPlaceOfTheQuery() {
    HttpRequest signed =
        sign(
            "ticketevolution",
            Profile.DOCUMENTED,
            REQUEST.withMethod("POST").withBody(Octets.of("{}")));

    assertThat(verify("ticketevolution", Profile.DOCUMENTED, signed.withBody(Octets.of("[]"))))
        .isEqualTo("signature-mismatch");
    assertThat(verify("ticketevolution", Profile.DOCUMENTED, signed.withTarget("/v1/things?c=3")))
        .isEqualTo("accepted");
  }

  @Test
  void hoshinplan_profilesPartOverTheWrittenTimestamp() {
    HttpRequest documented = signed("hoshinplan", Profile.DOCUMENTED);
    HttpRequest deployed = signed("hoshinplan", Profile.DEPLOYED);

    assertThat(verify("hoshinplan", Profile.DEPLOYED, documented)).isNotEqualTo("accepted");
    assertThat(verify("hoshinplan", Profile.DEPLOYED, deployed)).isEqualTo("accepted");
    assertThat(verify("hoshinplan", Profile.DOCUMENTED, deployed))
        .as("a time with Z needs no encoding and satisfies both")
        .isEqualTo("accepted");
  }
}
