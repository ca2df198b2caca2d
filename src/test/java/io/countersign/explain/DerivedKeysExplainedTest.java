package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a signature alone is told how its key was derived wrongly. */
final class DerivedKeysExplainedTest {
  private static final Scheme SCHEME =
      Schemes.in(List.of(TestSchemes.further())).scheme("aws-signature-4");
  private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");

  /**
   * The request {@code get-vanilla} of AWS, whose string to sign is published, signed by Python's
   * own {@code hmac} with keys that were derived wrongly.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
        key-not-derived | 20150830 | 3d43195a922aff554ed267464039ddee98a520193ee2352cabbb8429fe7f20e6
        key-not-derived | 20150830 | 65b1c36a3674f85642db97d51eb8a8814c3c39917fc739d545e11725cfc23693
        key-derived-without-prefix | 20150830 | d343396ee7bb85d0b66a8dc3708c716d0f8dcee3c8be35f693f8128f0a96294e
        key-derived-without-day | 20150830 | eb4ae762c02b6e7db281604ccc39e22ad9659bdee73cdf7b4967dc5c00f95bac
        key-derived-without-region | 20150830 | 7cae346d83bbdbe5986447f53e1efa8ae9578e04d5b96cc83ccf726497c8a1d5
        key-derived-without-text | 20150830 | e3ab29d49db2da8c0eb24ae5f32410552f7eb639734053b7f352fd5cddec24c3
        key-derived-in-reverse | 20150830 | 2bd92d5b9adfd878c548704b57c778a58baccd9282b7e49eea74c27985c9b280
        key-derived-with-service-before-region | 20150830 | 5bfa6e0415e73a6b5112241ea90531f9d5a9a941151b7a3e57620d2cdcd8b942
        key-derived-by-hex | 20150830 | 4ed20a93fec20a021abaca0525812c7559e4d8d20fbe6fd036e5c16738e2772f
        key-derived-by-hex | 20150830 | fd3f0cf65eb6d0b7f5f5b214aaadc94edf46794c00699e386fe2004e94cb6afd
        key-derived-by-base64 | 20150830 | a04abf7b84dc3e40d3cd8f31bacb14db608eaa125246964386c981bbaa03724a
        derived-key-in-hex | 20150830 | 470e28aa8c44f73807bd1ac1cf160452712d0ab001d9ad1d032b6a07db38530c
        derived-key-in-base64 | 20150830 | 17f01e2beebbddb4e405a9c4b17176b30b2d10f0b7171e5841b42b393828d5c1
        key-derived-at-once | 20150830 | 3ee302180779d93a8bd170f84d7623083748b590b8c1b56c211782486ea07b79
        key-derived-at-once | 20150830 | 3057ab1e6461bdf3f38c75c85fb960f2deb1ba10c537bd33ef62a27e5b8d3022
        derivation-key-and-message-swapped | 20150830 | 831bdb810377b4d4f14503a8d1be6ae5e33154b77db2d4259d01db1855f4371e
        key-derived-for-other-day | 20150830 | a3f2d3edde6b66e777de03a546ea7e862f356ac75c9cb4d9f8a4ef62efddcd62
        key-derived-for-other-day | 20150830 | 8c9bf831da0e80e7f57196c7ca0f524ed2f0f09758fb92b56139ab37ca34a408
        key-derived-for-day-in-other-form | 20150830 | 5c78c613f3b269fbaa0439521f4463ea6663e876a519f10ca9e533c4f87d88bf
        key-derived-from-timestamp | 20150830 | f318519ac58ffc9ff236036cbe37f1a277221bb5151d40ca494411a9dbcb5d4d
        secret-with-line-break | 20150830 | 9be0b8de5d46c4f2b9e5e98413b130d6146ae061929d320ff4543d7c3fb47d7f
        key-derived-without-prefix secret-with-line-break | 20150830 | c71b63c9445f675710f0cce23024ddc7b9d3652a7f3413c67c136b4c084576c2
        final-newline-added | 20150830 | 244879cf9d7073e9b543b6e4746b2e5b79c652dfe865d6a4981b79d6ee03a78e
        day-of-local-time-ahead | 20150831 | f77135f5fba262d2b353d93c2a9e902052bce64ab1dec3ea323b4522576c6d5c
        day-of-other-time | 20150829 | 3e5fdc7dd4cd335b98ffe621fe0c2e59ca0ee2a5295f71c6d17d01f12b5ce572
        day-in-other-form | 2015-08-30 | 89d217ce1f1c8de14f005a8b59dd2fb1ff3621cc1e7e5d35f8c6c804e99ac807
        day-not-as-signed | 20150829 | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
        day-of-local-time-ahead | 20150831 | 0000000000000000000000000000000000000000000000000000000000000000
        day-of-local-time-ahead key-derived-without-prefix | 20150831 | 3d3b9280c8f1377d6e41de044e7e306f15f0e58f6368d81e1635e916504874f4
        """)
  void explain_namesTheWrongDerivation(String ids, String day, String signature) {
    Diagnosis.Rejected diagnosis = (Diagnosis.Rejected) diagnosis(day, signature);

    assertThat(diagnosis.explanations())
        .extracting(
            one -> one.deviations().stream().map(Deviation::id).sorted().toList().toString())
        .contains(List.of(ids.split(" ")).toString());
    assertThat(diagnosis.expectedDay()).isEqualTo("20150830");
  }

  @Test
  void explain_acceptsThePublishedSignature() {
    assertThat(
            diagnosis(
                "20150830", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"))
        .isInstanceOf(Diagnosis.Accepted.class);
  }

  private static Diagnosis diagnosis(String day, String signature) {
    HttpRequest request =
        HttpRequest.get("https://example.amazonaws.com/")
            .withHeader("X-Amz-Date", "20150830T123600Z")
            .withHeader(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"
                    + day
                    + "/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature="
                    + signature);
    return Explainer.of(SCHEME, Profile.DOCUMENTED, Credentials.examples(SCHEME))
        .withBudget(Duration.ofMinutes(1))
        .explain(request, NOW);
  }
}
