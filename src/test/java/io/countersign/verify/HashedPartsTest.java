package io.countersign.verify;

import static io.countersign.verify.Verifications.REQUEST;
import static io.countersign.verify.Verifications.TIME;
import static io.countersign.verify.Verifications.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a digest is read and checked as if it stood in the string to sign itself. */
final class HashedPartsTest {
  private static SigningRules hashed(SigningRules rules, Part... before) {
    List<Part> parts = before.length > 0 ? List.of(before) : rules.stringToSign();
    return rules.withStringToSign(
        List.of(new DigestPart(Algorithm.HMAC_SHA256, Optional.of(Encoding.HEX), parts)));
  }

  /** Both lines are python's: {@code hashlib.sha256} of the documented text, and its HMAC. */
  @Test
  void targetThatIsHashed_endsBeforeTheSignature() {
    Scheme scheme = TestSchemes.builtIn("hoshinplan");
    SigningRules rules = hashed(scheme.rules(Profile.DOCUMENTED));
    SignedRequest signed = Signer.of(rules, credentials("hoshinplan")).sign(REQUEST, TIME);

    assertThat(signed.stringToSign())
        .hasToString("6a9e4b917f45ab7eb92c904828fbf4ee02490f6f35347af70a7b92e20db0d5dd");
    assertThat(signed.signature()).hasToString("Tfvaed61ibgq+pw1zaZJLJMxsNH5z7PE1aZTNpDZxSo=");
    assertThat(verdict(scheme, rules, signed.request())).isEqualTo("accepted");
    assertThat(
            verdict(
                scheme,
                rules,
                signed.request().withTarget(signed.request().target().replace("b=2", "b=3"))))
        .isEqualTo("signature-mismatch");
  }

  @Test
  void hostThatIsHashed_isTakenWithItsPortAndWithout() {
    Scheme scheme = TestSchemes.builtIn("rmtrack");
    SigningRules open =
        hashed(scheme.rules(Profile.DOCUMENTED), new Part.Host(Part.Host.Port.EITHER));
    HttpRequest request = HttpRequest.get("https://api.example.com:8443/");

    for (Part.Host.Port port : Part.Host.Port.values()) {
      SigningRules one = hashed(scheme.rules(Profile.DOCUMENTED), new Part.Host(port));
      HttpRequest signed = Signer.of(one, credentials("rmtrack")).sign(request, TIME).request();

      assertThat(verdict(scheme, open, signed)).as(port.name()).isEqualTo("accepted");
      assertThat(verdict(scheme, open, signed.withHeader("Host", "other.example")))
          .isEqualTo("signature-mismatch");
    }
  }

  /** The first is hashed, and a server behind the verifier may read the second. */
  @ParameterizedTest
  @ValueSource(strings = {"Host", "X-Amz-Date", "x-amz-date"})
  void secondHeaderThatIsHashed_isAmbiguous(String name) {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme("aws-signature-4");
    Credentials credentials = Credentials.examples(scheme);
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    rules =
        rules.withStringToSign(
            rules.stringToSign().stream().filter(part -> part instanceof DigestPart).toList());
    HttpRequest once =
        HttpRequest.get("https://h/").withHeader("Host", "h").withHeader("X-Amz-Date", "now");
    HttpRequest signed = Signer.of(rules, credentials).sign(once, TIME).request();

    assertThat(verdict(scheme, rules, signed)).isEqualTo("accepted");
    assertThat(verdict(scheme, rules, signed.withHeader(name, "other")))
        .isEqualTo("ambiguous-request");
  }

  private static String verdict(Scheme scheme, SigningRules rules, HttpRequest request) {
    Verdict verdict =
        Verifier.of(scheme, rules, Credentials.examples(scheme)).verify(request, TIME);
    return verdict instanceof Verdict.Rejected rejected ? rejected.reason().toString() : "accepted";
  }
}
