package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A further scheme is a folder and no Java: those of {@code src/test/resources/schemes} reproduce
 * the examples that their vendors published.
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
    Credentials others = example.credentials().withSecret(field, Secret.of(field, "00ff00ff"));

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
      if (List.of("ticketmatic-widget", "content-md5").contains(example.scheme().id())) {
        continue; // of a vendor of ours, and of none
      }
      assertThat(vector).as(example.source()).isPresent();
      assertThat(vector.get().stringToSign()).isEqualTo(Octets.of(example.stringToSign()));
      assertThat(vector.get().output()).isEqualTo(example.signature());
      assertThat(example.values().values())
          .as("a key that is derived is given as it is used")
          .containsAnyOf(vector.get().keyText(), HexFormat.of().formatHex(vector.get().key()));
    }
  }

  @Test
  void examples_areThereForEveryFurtherScheme() {
    Set<String> shown =
        PublishedExample.all().stream()
            .map(example -> example.scheme().id())
            .collect(Collectors.toSet());

    assertThat(shown).containsExactlyInAnyOrderElementsOf(further().ids()).hasSizeGreaterThan(15);
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
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                Signer.of(
                    scheme.rules(Profile.DOCUMENTED),
                    Credentials.of(scheme, Map.of("secret", "whsec_AAAA"))))
        .withMessage(
            "the secret is not base64; give the text that is, without a prefix that the vendor puts before it");
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
