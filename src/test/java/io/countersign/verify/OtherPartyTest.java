package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Secret;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signers and verifiers that were made from those of another party. */
class OtherPartyTest {
  private static final Instant NOW = Instant.parse("2014-09-23T17:23:00Z");
  private static final HttpRequest REQUEST = HttpRequest.get("https://example.com/v9/x?b=1&a=2");

  @ParameterizedTest
  @ValueSource(
      strings = {"hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic"})
  void with_knowsTheOtherPartyAndNotTheFirst(String id) {
    Scheme scheme = TestSchemes.builtIn(id);
    Credentials first = Credentials.examples(scheme);
    Signer signer = Signer.of(scheme.rules(Profile.DOCUMENTED), first);
    Verifier verifier = Verifier.of(scheme, Profile.DOCUMENTED, first);
    SignedRequest ofFirst = signer.sign(REQUEST, NOW);
    assertThat(verifier.verify(ofFirst.request(), NOW).isAccepted()).isTrue();

    int rejected = 0;
    for (Credentials other : others(scheme, first)) {
      SignedRequest signed = signer.with(other).sign(REQUEST, NOW);

      assertThat(signed)
          .isEqualTo(Signer.of(scheme.rules(Profile.DOCUMENTED), other).sign(REQUEST, NOW));
      Verifier ofOther = verifier.with(other);
      assertThat(ofOther.verify(signed.request(), NOW).isAccepted()).isTrue();
      Verdict verdict = ofOther.verify(ofFirst.request(), NOW);
      assertThat(verdict)
          .isEqualTo(Verifier.of(scheme, Profile.DOCUMENTED, other).verify(ofFirst.request(), NOW));
      rejected += verdict.isAccepted() ? 0 : 1;
    }
    // One for the key and one for the secret at least.
    assertThat(rejected).isGreaterThanOrEqualTo(2);
    assertThat(signer.sign(REQUEST, NOW)).isEqualTo(ofFirst);
    assertThat(verifier.verify(ofFirst.request(), NOW).isAccepted()).isTrue();
  }

  private static List<Credentials> others(Scheme scheme, Credentials first) {
    return scheme.credentialFields().stream()
        .map(
            field ->
                field.role() == CredentialRole.SECRET
                    ? first.withSecret(field.name(), Secret.of(field.name(), "b3RoZXI="))
                    : first.withText(field.name(), "other"))
        .toList();
  }
}
