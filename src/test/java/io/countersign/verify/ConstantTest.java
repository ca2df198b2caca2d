package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.signing.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scheme sends that is the same in every request. */
final class ConstantTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2, 2, accepted",
    "2, 3, malformed-credential",
    "2, 22, malformed-credential",
    "2, '', missing-credential",
    "2, , missing-credential",
    "Acme 2, Acme 2, accepted",
    "Acme 2, Acme Acme 2, malformed-credential",
    "Acme 2, Acme, malformed-credential",
  })
  void verify_requiresHeaderWithoutFields(String constant, String sent, String verdict)
      throws IOException {
    HttpRequest signed = signed(scheme("{header: X-Version, value: \"" + constant + "\"}"));
    Headers others = signed.headers().without("X-Version");

    assertThat(signed.headers().values("X-Version")).containsExactly(constant);
    assertThat(verify(signed.withHeaders(sent == null ? others : others.with("X-Version", sent))))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "version=Acme%202, accepted",
    "version=Acme%203, malformed-credential",
    "version=, missing-credential",
    "other=1, missing-credential",
  })
  void verify_requiresParameterWithoutFields(String sent, String verdict) throws IOException {
    HttpRequest signed = signed(scheme("{query: version, value: \"Acme 2\"}"));

    assertThat(signed.url().toString()).isEqualTo("https://gh.example/hook?version=Acme%202");
    assertThat(
            verify(
                HttpRequest.get("https://gh.example/hook?" + sent).withHeaders(signed.headers())))
        .isEqualTo(verdict);
  }

  private Scheme scheme(String constant) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("gh")).resolve("scheme.yaml"),
        """
        scheme: gh
        title: Hooks
        summary: The body is signed.
        documents: [{id: page, title: The page, file: none kept}]
        credentials: [{name: secret, role: secret, example: s}]
        string-to-sign: [body]
        mac: {algorithm: hmac-sha256, key: secret, encoding: hex}
        sent:
          - %s
          - {header: X-Signature, value: "{signature}"}
        service:
          base: https://gh.example
          refusal: '{}'
          resources: [{name: hook, method: GET, target: /hook, answer: '{}'}]
        """
            .formatted(constant));
    return Schemes.in(List.of(folder)).scheme("gh");
  }

  private static HttpRequest signed(Scheme scheme) {
    return Signer.of(scheme.rules(Profile.DOCUMENTED), Credentials.examples(scheme))
        .sign(HttpRequest.get("https://gh.example/hook"), Verifications.TIME)
        .request();
  }

  private String verify(HttpRequest request) {
    Scheme scheme = Schemes.in(List.of(folder)).scheme("gh");
    Verdict verdict =
        Verifier.of(scheme, Profile.DOCUMENTED, Credentials.examples(scheme))
            .verify(request, Verifications.TIME);
    return verdict instanceof Verdict.Rejected rejected ? rejected.reason().toString() : "accepted";
  }
}
