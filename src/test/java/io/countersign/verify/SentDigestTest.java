package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hash of the body that is sent has to be that of the body. The hashes are those of {@code
 * openssl dgst}.
 */
final class SentDigestTest {
  private static final Instant TIME = Instant.parse("2017-06-22T21:12:36Z");
  private static final String SMALL = "SHA-256=SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA=";
  private static final String EMPTY = "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  private static final Party KONG = Party.of("kong-digest");
  private static final Party MD5 = Party.of("content-md5");
  private static final Party PUSHER = Party.of("pusher");

  /** Who signs and verifies by a scheme of the tests. */
  private record Party(Scheme scheme, SigningRules rules, Credentials credentials) {
    static Party of(String id) {
      Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme(id);
      return new Party(scheme, scheme.rules(Profile.DOCUMENTED), Credentials.examples(scheme));
    }

    Party with(SigningRules others) {
      return new Party(scheme, others, credentials);
    }

    HttpRequest sign(HttpRequest request) {
      return Signer.of(rules, credentials).sign(request, TIME).request();
    }

    String verify(HttpRequest request) {
      Verdict verdict = Verifier.of(scheme, rules, credentials).verify(request, TIME);
      return verdict instanceof Verdict.Rejected rejected
          ? rejected.reason() + ": " + rejected.detail()
          : "accepted";
    }
  }

  private static HttpRequest post(String url, String body) {
    return new HttpRequest("POST", RequestUrl.parse(url), Headers.NONE, Octets.of(body));
  }

  @ParameterizedTest
  @CsvSource({"'A small body', " + SMALL, "'', " + EMPTY})
  void sign_sendsTheHashOfTheBody(String body, String digest) {
    HttpRequest signed = KONG.sign(post("https://h/requests", body));

    assertThat(signed.headers().values("Digest")).containsExactly(digest);
    assertThat(KONG.verify(signed)).isEqualTo("accepted");
  }

  /** The MAC over the header fits: it is the hash that does not. */
  @Test
  void verify_rejectsAnotherBodyUnderTheDigestThatWasSigned() {
    HttpRequest signed = KONG.sign(post("https://h/requests", "A small body"));

    assertThat(KONG.verify(signed.withBody(Octets.of("A small bodY"))))
        .isEqualTo("signature-mismatch: the digest that it carries is not that of its body");
    assertThat(KONG.verify(signed.withBody(Octets.EMPTY))).startsWith("signature-mismatch: the d");
  }

  @ParameterizedTest
  @CsvSource({
    EMPTY + ", signature-mismatch",
    "SHA-256=SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA, signature-mismatch",
    "SHA-512=SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA=, malformed-signature",
    "SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA=, malformed-signature",
    "SHA-256=, missing-signature",
    "'', missing-signature",
  })
  void verify_rejectsAnotherDigest(String digest, String reason) {
    HttpRequest signed = KONG.sign(post("https://h/requests", "A small body"));
    Headers others = signed.headers().without("Digest");

    assertThat(KONG.verify(signed.withHeaders(others).withHeader("Digest", digest)))
        .startsWith(reason + ":");
    assertThat(KONG.verify(signed.withHeaders(others)))
        .isEqualTo("missing-signature: the request carries no digest of its body");
    assertThat(KONG.verify(signed.withHeader("Digest", digest))).startsWith("ambiguous-request:");
  }

  /** What an earlier signature, or the caller, has written there is replaced. */
  @Test
  void sign_replacesTheDigestThatIsThere() {
    HttpRequest request = post("https://h/requests", "A small body").withHeader("digest", EMPTY);

    assertThat(KONG.sign(request).headers().values("Digest")).containsExactly(SMALL);
  }

  @Test
  void signerInUse_hashesEachBody() {
    Signer signer = Signer.of(KONG.rules(), KONG.credentials());
    for (String body : List.of("A small body", "", "A small body")) {
      HttpRequest signed = signer.sign(post("https://h/requests", body), TIME).request();

      assertThat(signed.headers().first("Digest")).hasValue(body.isEmpty() ? EMPTY : SMALL);
      assertThat(KONG.verify(signed)).isEqualTo("accepted");
    }
  }

  /** MD5 of nothing is {@code 1B2M2Y8AsgTpgAmY7PhCfg==}. */
  @Test
  void digestThatIsOmittedWithoutABody_isNeitherSentNorTaken() {
    HttpRequest signed = MD5.sign(HttpRequest.get("https://h/notes"));

    assertThat(signed.headers().has("Content-MD5")).isFalse();
    assertThat(MD5.verify(signed)).isEqualTo("accepted");
    assertThat(MD5.verify(signed.withHeader("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")))
        .isEqualTo("signature-mismatch: the request carries a digest, and has no body");
    assertThat(MD5.verify(signed.withBody(Octets.of("x")))).startsWith("missing-signature:");
    // md5 of "x"
    assertThat(
            MD5.verify(
                signed
                    .withBody(Octets.of("x"))
                    .withHeader("Content-MD5", "ndTkYSaMgDT1yFZOFVxnpg==")))
        .startsWith("signature-mismatch:");
  }

  /** The part without settings is the hash of what arrived, whatever the header says. */
  @Test
  void digestThatIsSignedAsAPart_isHeldAgainstTheOneThatIsSent() {
    HttpRequest signed = MD5.sign(post("https://h/notes", "A small body"));
    Headers others = signed.headers().without("Content-MD5");

    assertThat(signed.headers().first("Content-MD5")).hasValue("oNeuPW1v6SNDE5eOLVCLiQ==");
    assertThat(MD5.verify(signed)).isEqualTo("accepted");
    assertThat(
            MD5.verify(
                signed.withHeaders(others).withHeader("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")))
        .isEqualTo("signature-mismatch: the digest that it carries is not that of its body");
    assertThat(MD5.verify(signed.withBody(Octets.of("a small body"))))
        .startsWith("signature-mismatch:");
    assertThat(MD5.verify(signed.withHeaders(others))).startsWith("missing-signature:");
  }

  @Test
  void digestInTheQuery_isSortedAmongTheParameters() {
    HttpRequest signed = PUSHER.sign(post("https://h/apps/3/events?a=1", "A small body"));

    assertThat(signed.target()).contains("&body_md5=a0d7ae3d6d6fe9234313978e2d508b89&auth_sig");
    assertThat(PUSHER.verify(signed)).isEqualTo("accepted");
    assertThat(PUSHER.verify(signed.withBody(Octets.of("another"))))
        .isEqualTo("signature-mismatch: the digest that it carries is not that of its body");
    assertThat(PUSHER.sign(HttpRequest.get("https://h/apps/3/channels")).target())
        .doesNotContain("body_md5");
  }

  /** As Hawk does. */
  @Test
  void digestBesideTheSignature_isReadThere() {
    List<Part> parts = new ArrayList<>(KONG.rules().stringToSign());
    parts.set(parts.size() - 1, KONG.rules().digest().orElseThrow());
    List<Placement> sent =
        List.of(
            KONG.rules().sent().get(0),
            new Placement.InHeader(
                "Authorization",
                List.of(),
                Template.parse("Hawk id=\"{username}\", hash=\"{digest}\", mac=\"{signature}\"")
                    .orElseThrow()));
    Party hawk = KONG.with(KONG.rules().withStringToSign(parts).withSent(sent));
    HttpRequest signed = hawk.sign(post("https://h/requests", "A small body"));

    assertThat(signed.headers().first("Authorization").orElseThrow())
        .contains(", hash=\"SBH7QEtqnYUpEcIhDbmStNd1MxtHg2+feBfWc1105MA=\", mac=\"");
    assertThat(hawk.verify(signed)).isEqualTo("accepted");
    assertThat(hawk.verify(signed.withBody(Octets.EMPTY))).startsWith("signature-mismatch:");
  }

  /** The remembered end of a query is that of one body. */
  @Test
  void verifierInUse_hashesEachBody() {
    List<Placement> sent = new ArrayList<>(PUSHER.rules().sent());
    sent.set(
        sent.size() - 1,
        new Placement.InQuery(
            "auth_signature",
            Template.parse("{signature}").orElseThrow(),
            Placement.Escaping.PERCENT,
            Placement.Escaping.PERCENT,
            true));
    Party last =
        PUSHER.with(
            PUSHER
                .rules()
                .withStringToSign(List.of(new Part.Target(Part.Form.RAW, "auth_signature")))
                .withSent(sent)
                .withDigest(
                    new SentDigest(
                        PUSHER.rules().digest().orElseThrow().parts(),
                        SentDigest.WithoutBody.SENT)));
    Verifier verifier = Verifier.of(last.scheme(), last.rules(), last.credentials());
    HttpRequest signed = last.sign(post("https://h/apps/3/events", "A small body"));
    for (int i = 0; i < 40; i++) {
      assertThat(verifier.verify(signed, TIME).isAccepted()).isTrue();
      assertThat(verifier.verify(signed.withBody(Octets.of("other")), TIME).isAccepted()).isFalse();
      assertThat(
              verifier
                  .verify(last.sign(post("https://h/apps/3/events", "body " + i)), TIME)
                  .isAccepted())
          .isTrue();
    }
  }
}
