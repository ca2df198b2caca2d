package io.countersign.explain;

import static io.countersign.explain.SignedRequests.alone;
import static io.countersign.explain.SignedRequests.explained;
import static io.countersign.explain.SignedRequests.ofTicketEvolution;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another body signed than is sent; signatures as {@link SignedRequests} says. */
final class SignedBodiesExplainedTest {
  /**
   * Over {@code POST h.example/s?} and the body with its keys sorted, duplicates in their order.
   */
  @ParameterizedTest
  @CsvSource({
    "compact, TPLgXGvsIbYNnjSMbrzH6/2KHExe1K8yket1mTGGHV4=",
    "spaced, aMQuajkL/JPx8Gly3Rh0K13ZgMWNCyySAN3/ev67EBA=",
  })
  void explain_namesAJsonBodyWithItsKeysSorted(String spelling, String signature) {
    String body =
        "{\"b\":\"Li\\u00e8ge \\\"z\\\" \u00eb\", \"a\": {\"d\": 1.50,"
            + " \"c\":[{\"y\": 2,\"x\":1}]},\n\"a\" : 1E5}";
    HttpRequest request =
        HttpRequest.get("https://h.example/s").withMethod("POST").withBody(Octets.of(body));

    assertThat(alone(ofTicketEvolution(request, signature)).id())
        .as(spelling)
        .isEqualTo("body-json-sorted");
  }

  /** Over what the row names, behind {@code POST h.example/s?}. */
  @ParameterizedTest
  @CsvSource({
    "'b=2&a=1&{\"x\":1}', oMFj+UGMZLhbUCGy2KDF4URqo1muWdtelI/mdNon+e4=,"
        + " body-behind-query-and-separator, with & between",
    "'a=1&b=2?{\"x\":1}', 4FYrdGs2JyW9I6i6vFXrzmvo8V5vgRYmAeO1tKDu27s=,"
        + " body-behind-query-and-separator, with ? between",
    "'a=1&b=2{\"x\":1}', wnHV44diU35yPYa2oqnooJLMh89rJfA70C0Q5XcHUf8=,"
        + " body-behind-query, behind the query",
  })
  void explain_namesABodyBehindTheQuery(String signed, String signature, String id, String title) {
    HttpRequest request =
        HttpRequest.get("https://h.example/s?b=2&a=1")
            .withMethod("POST")
            .withBody(Octets.of("{\"x\":1}"));

    Deviation found = alone(ofTicketEvolution(request, signature));

    assertThat(found.id()).as(signed).isEqualTo(id);
    assertThat(found.title()).contains(title);
  }

  /** Over {@code POST h.example/s?} and what Python or PHP make of the body by default. */
  @ParameterizedTest
  @CsvSource({
    "'{\"b\": \"Li\\u00e8ge\", \"a\": 1}', +953PgaWKlrxwTCEX9UaDM/ASmaZYr6L0X09Vh52xWU=,"
        + " body-json-spaced body-json-unicode-escaped",
    "'{\"b\":\"x\\/y\",\"a\":1}', HatysxkA1eNdR4itmJMf4VaNBHZ6z6e7b4izxI7u/OI=,"
        + " body-json-compact body-json-slashes-escaped",
  })
  void explain_namesEscapesOfABodyThatIsWrittenAnew(String signed, String signature, String ids) {
    String value =
        ids.contains("unicode") ? "{\"b\":\"Li\u00e8ge\",\"a\":1}" : "{\"b\": \"x/y\", \"a\":1}";
    HttpRequest request =
        HttpRequest.get("https://h.example/s").withMethod("POST").withBody(Octets.of(value));

    assertThat(Diagnoses.ids(ofTicketEvolution(request, signature)).get(0))
        .as(signed)
        .containsExactlyInAnyOrder(ids.split(" "));
  }

  /** Of github-webhook, over the row's text alone. */
  @ParameterizedTest
  @CsvSource({
    "{}, a7261498077c3fe3d573f9eb49d8f383f1d8d845dc2306d77c5c1cfefcf8eb76",
    "null, 239f951e7eddf555a64333ebd2b760973f709a2f5c0b4d8d3f42a6fb3a78769e",
    "undefined, c9b988fb757cc3fa263c021eb8e70616df81e0e58d89363272be49f150c9fdb2",
  })
  void explain_namesABodyThatWasSignedAndNotSent(String signed, String signature) {
    Deviation found =
        alone(
            explained(
                Schemes.in(List.of(TestSchemes.further())).scheme("github-webhook"),
                Map.of("secret", "of-nobody-else"),
                HttpRequest.get("https://h.example/s")
                    .withMethod("POST")
                    .withHeader("X-Hub-Signature-256", "sha256=" + signature)));

    assertThat(found.id()).isEqualTo("body-signed-although-none");
    assertThat(found.title()).contains("The body " + signed + " was signed");
  }

  /** Over {@code POST h.example/s?} and the body's hash. */
  @ParameterizedTest
  @CsvSource({
    "SHA-256, POwh3b7puRUXvmyS+dKvzGfWZqgguG49/ITLeY/70XM=",
    "MD5, tJN21xkOnUjpIbZyrOkzmvc4qjpXHVKUnM086X9uje4=",
  })
  void explain_namesAHashOfTheBodyInBase64(String algorithm, String signature) {
    HttpRequest request =
        HttpRequest.get("https://h.example/s").withMethod("POST").withBody(Octets.of("{\"x\":1}"));

    Deviation found = alone(ofTicketEvolution(request, signature));

    assertThat(found.id()).isEqualTo("body-hashed-in-base64");
    assertThat(found.title()).contains("The " + algorithm + " of the body");
  }
}
