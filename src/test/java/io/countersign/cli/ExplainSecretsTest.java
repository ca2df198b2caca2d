package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keys that authors of clients make of a secret. */
class ExplainSecretsTest {
  private static final String REST = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** What stands behind {@code whsec_}, as it is and decoded. */
  private static final List<byte[]> KEYS =
      List.of(REST.getBytes(StandardCharsets.UTF_8), Base64.getDecoder().decode(REST));

  @ParameterizedTest
  @FieldSource("KEYS")
  void secretWithoutItsPrefix_isFound(byte[] key) {
    String signature = Author.STRIPE.signatureBy(key);

    assertThat(Author.STRIPE.explained(Author.STRIPE.call(signature)))
        .contains("\"id\":\"secret-without-prefix\"")
        .doesNotContain(REST);
  }
}
