package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.Secret;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A further scheme is a folder and no Java: those of {@code src/test/resources/schemes} reproduce
 * the examples that their vendors published.
 *
 * <p>Of the examples in {@code field-vectors.json} these do not fit, or not wholly, for want of a
 * part:
 *
 * <table>
 * <caption>What does not fit yet</caption>
 * <tr><th>example</th><th>what is missing</th></tr>
 * <tr><td>Amazon S3, fetch acl</td><td>a query of which only named parameters are signed</td></tr>
 * <tr><td>Amazon S3, all</td>
 *     <td>dates with +0000; the Date header is signed but never expires</td></tr>
 * <tr><td>Shopify app proxy</td><td>repeated parameters joined by a comma: the examples are checked
 * with {@code extra=1%2C2} for {@code extra=1&extra=2}</td></tr>
 * <tr><td>Pusher events</td>
 *     <td>the body's digest: signed as sent, neither written nor checked</td></tr>
 * <tr><td>Kong</td>
 *     <td>a target that does not end before a parameter: one that never occurs is named</td></tr>
 * <tr><td>Stripe, Standard Webhooks</td><td>more than one signature in a header</td></tr>
 * <tr><td>Twilio</td><td>the whole URL, and the parameters of a form sorted</td></tr>
 * <tr><td>Hawk, Acquia, Akamai</td><td>a nonce, the port alone, a digest of the body; Akamai: a
 * derived key</td></tr>
 * <tr><td>Azure Cosmos DB, Duo</td><td>parts in lower case; Duo: the parameters of a form</td></tr>
 * <tr><td>Kraken</td><td>a digest inside the string to sign</td></tr>
 * <tr><td>Adyen, Pusher private channel</td><td>fields of a JSON body or a form</td></tr>
 * <tr><td>OAuth 1.0</td><td>encoding twice, a key of two secrets, a nonce</td></tr>
 * <tr><td>AWS signature version 4, Escher</td>
 *     <td>a hashed canonical request, a derived key</td></tr>
 * <tr><td>RFC 9421</td>
 *     <td>a list of components that the message chooses: one fixed list fits</td></tr>
 * <tr><td>Acquia, responses</td><td>responses are not requests</td></tr>
 * </table>
 */
final class FurtherSchemesTest {
  @ParameterizedTest
  @MethodSource("examples")
  void signer_reproducesThePublishedSignature(PublishedExample example) {
    SignedRequest signed = signed(example);

    assertThat(signed.stringToSign()).isEqualTo(Octets.of(example.stringToSign()));
    assertThat(signed.signature()).isEqualTo(example.signature());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void verifier_acceptsThePublishedSignature(PublishedExample example) {
    assertThat(verify(example, example.credentials(), signed(example).request()).isAccepted())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void verifier_rejectsThePublishedSignatureUnderAnotherSecret(PublishedExample example) {
    String field = example.scheme().rules(Profile.DOCUMENTED).proof().secretField();
    Credentials others = example.credentials().withSecret(field, Secret.of(field, "b3RoZXIh"));

    assertThat(verify(example, others, signed(example).request()))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(Reason.SIGNATURE_MISMATCH));
  }

  static List<PublishedExample> examples() {
    return PublishedExample.all();
  }

  @Test
  void examples_areThoseOfTheFieldVectors() {
    List<FieldVector> published = FieldVector.all();
    for (PublishedExample example : PublishedExample.all()) {
      Optional<FieldVector> vector =
          published.stream().filter(one -> one.name().equals(example.source())).findFirst();
      if (example.scheme().id().equals("ticketmatic-widget")) {
        continue; // of a vendor of ours, and not among those of others
      }
      assertThat(vector).as(example.source()).isPresent();
      assertThat(vector.get().stringToSign()).isEqualTo(Octets.of(example.stringToSign()));
      assertThat(vector.get().output()).isEqualTo(example.signature());
      assertThat(example.values()).containsValue(vector.get().keyText());
    }
  }

  @Test
  void examples_areThereForEveryFurtherScheme() {
    Set<String> shown =
        PublishedExample.all().stream()
            .map(example -> example.scheme().id())
            .collect(Collectors.toSet());

    assertThat(shown).containsExactlyInAnyOrderElementsOf(further().ids()).hasSizeGreaterThan(12);
  }

  @Test
  void schemesWithoutAKeyId_areJudgedByFreshnessAndSignatureAlone() {
    Scheme scheme = further().scheme("slack");
    Verifier verifier = Verifier.of(scheme, Profile.DOCUMENTED, Credentials.examples(scheme));
    HttpRequest stale =
        HttpRequest.get("https://app.example/")
            .withHeader("X-Slack-Request-Timestamp", "0")
            .withHeader("X-Slack-Signature", "no version");

    assertThat(reason(verifier.verify(stale, Instant.ofEpochSecond(300))))
        .isEqualTo(Reason.MALFORMED_SIGNATURE);
    assertThat(reason(verifier.verify(stale, Instant.ofEpochSecond(301))))
        .as("freshness is looked at before the form of the signature")
        .isEqualTo(Reason.EXPIRED_TIMESTAMP);
  }

  @Test
  void malformedSignatureHeader_isSaidAfterAMissingKey() {
    Scheme scheme = further().scheme("http-message-signatures");
    Verifier verifier = Verifier.of(scheme, Profile.DOCUMENTED, Credentials.examples(scheme));
    HttpRequest request = HttpRequest.get("https://h/").withHeader("Signature", "sig1=:x:");

    assertThat(reason(verifier.verify(request, Instant.EPOCH)))
        .isEqualTo(Reason.MISSING_CREDENTIAL);
  }

  @Test
  void keysInBase64_areRefusedAsAnythingElse() {
    Scheme scheme = further().scheme("standard-webhooks");
    CredentialField secret = scheme.credentialFields().get(0);

    assertThat(Credentials.examples(scheme).secret(secret.name())).hasToString("[redacted]");
    org.assertj.core.api.Assertions.assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                Signer.of(
                    scheme.rules(Profile.DOCUMENTED),
                    Credentials.of(scheme, java.util.Map.of("secret", "whsec_AAAA"))))
        .withMessage("the secret is not base64; give it as the vendor issued it");
  }

  private static Reason reason(Verdict verdict) {
    return ((Verdict.Rejected) verdict).reason();
  }

  private static Schemes further() {
    return Schemes.in(List.of(TestSchemes.further()));
  }

  private static SignedRequest signed(PublishedExample example) {
    return Signer.of(example.scheme().rules(Profile.DOCUMENTED), example.credentials())
        .sign(example.request(), example.time());
  }

  private static Verdict verify(
      PublishedExample example, Credentials credentials, HttpRequest request) {
    return Verifier.of(example.scheme(), Profile.DOCUMENTED, credentials)
        .verify(request, example.time());
  }
}
