package io.countersign.verify;

import static io.countersign.verify.Verifications.TIME;
import static io.countersign.verify.Verifications.credentials;
import static io.countersign.verify.Verifications.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.KeyedMac;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A verifier remembers what it read last; what it says is what one says that read nothing yet. */
final class VerifierInUseTest {
  private static final String SCHEME = "hoshinplan";
  private static final String KEY = "app_key=bb39caab63c3dd6524bcaa61ec4f3b4c";
  private static final String TIMESTAMP = "timestamp=2014-09-23T17%3A23%3A00%2B00%3A00";
  private static final String NEXT = "timestamp=2014-09-23T17%3A22%3A59%2B00%3A00";

  @Property
  void verify_saysTheSameAsAVerifierThatReadNothingYet(
      @ForAll Profile profile, @ForAll("requests") List<HttpRequest> requests) {
    Verifier used = verifier(SCHEME, profile);
    for (HttpRequest request : requests) {
      assertThat(used.verify(request, TIME))
          .as("%s after others", request)
          .isEqualTo(verifier(SCHEME, profile).verify(request, TIME));
    }
  }

  /** What is accepted, and rejected for each of these reasons, is really among them. */
  @Test
  void verify_afterTheUsualRequest_knowsEveryOtherWayToWriteIt() {
    String usual = "/x?a=1&" + KEY + "&" + TIMESTAMP;
    List<String> fronts =
        List.of(
            usual,
            "/%78?" + KEY + "&" + TIMESTAMP,
            "/x?" + KEY + "&" + NEXT,
            "/x?" + TIMESTAMP + "&" + KEY,
            "/x?" + KEY + "&%61=1&" + TIMESTAMP,
            "/x?%&" + KEY + "&" + TIMESTAMP,
            "/x?a" + KEY + "&" + TIMESTAMP,
            "/x?a?" + KEY + "&" + TIMESTAMP,
            "/x?" + KEY + "&a=1&" + KEY + "&" + TIMESTAMP,
            "/x?timestamp&" + KEY + "&" + TIMESTAMP,
            "/" + KEY + "&" + TIMESTAMP,
            "/&" + KEY + "&" + TIMESTAMP,
            "/x?" + KEY + "&a=1",
            usual + "?");
    Set<String> said = new LinkedHashSet<>();
    for (String front : fronts) {
      for (String ending : List.of("", "&" + KEY, "&timestamp")) {
        // The first is remembered in any case.
        Verifier used = verifier(SCHEME, Profile.DOCUMENTED);
        used.verify(request(usual, ""), TIME);
        Verdict verdict = used.verify(request(front, ending), TIME);
        assertThat(verdict)
            .as(front + " and " + ending)
            .isEqualTo(verifier(SCHEME, Profile.DOCUMENTED).verify(request(front, ending), TIME));
        said.add(
            verdict instanceof Verdict.Rejected rejected
                ? rejected.reason().toString()
                : "accepted");
      }
    }

    assertThat(said)
        .containsExactlyInAnyOrder(
            "accepted",
            "ambiguous-request",
            "missing-credential",
            "missing-timestamp",
            "malformed-timestamp",
            "malformed-signature");
  }

  @Test
  void verify_afterTheUsualRequest_seesThatTheSignatureIsMissing() {
    String usual = "/x?a=1&" + KEY + "&" + TIMESTAMP;
    Verifier used = verifier(SCHEME, Profile.DOCUMENTED);
    used.verify(request(usual, ""), TIME);

    Verdict verdict = used.verify(HttpRequest.get("https://example.com" + usual), TIME);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(Reason.MISSING_SIGNATURE));
  }

  @Provide
  Arbitrary<List<HttpRequest>> requests() {
    Arbitrary<String> piece =
        Arbitraries.of(
            KEY,
            KEY,
            TIMESTAMP,
            TIMESTAMP,
            NEXT,
            "a=1",
            "%",
            "app_key",
            "a=%2541",
            "signature=1",
            "");
    Arbitrary<String> front =
        Combinators.combine(
                Arbitraries.of("/x?", "/%78?", "/x", "/x?a=1&", "/x?b?", "?"),
                piece.list().ofMinSize(1).ofMaxSize(3),
                Arbitraries.of("", KEY + "&" + TIMESTAMP, "&" + KEY + "&" + NEXT))
            .as((path, pieces, last) -> path + String.join("&", pieces) + last);
    Arbitrary<String> ending =
        Arbitraries.of("", "", "", "&" + KEY, "&a=1", "&timestamp=1", "&app_key");
    return Combinators.combine(front, ending)
        .as(VerifierInUseTest::request)
        .list()
        .ofMinSize(2)
        .ofMaxSize(8);
  }

  /**
   * Signed rightly by the documented rules, and then with more behind the signature.
   *
   * @param front what is signed, and perhaps the separator behind it
   */
  private static HttpRequest request(String front, String ending) {
    SigningRules rules = TestSchemes.builtIn(SCHEME).rules(Profile.DOCUMENTED);
    Proof.Mac proof = (Proof.Mac) rules.proof();
    KeyedMac mac =
        KeyedMac.of(
            proof.algorithm(),
            credentials(SCHEME).secret(proof.secretField()).key(KeyEncoding.UTF_8));
    String whole = front.endsWith("?") ? front : front + (front.indexOf('&') < 0 ? "?" : "&");
    Octets signed = Octets.of(whole.substring(0, whole.length() - 1));
    String signature = Encoding.BASE64.encode(mac.compute(Percent.decode(signed)));
    return HttpRequest.get("https://h" + whole + "signature=" + Percent.encode(signature) + ending);
  }
}
