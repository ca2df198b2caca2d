package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A canonical request of many lines, of which one is missing or too many, as authors of AWS clients
 * get it wrong. The signatures are Python's ({@code hashlib}, {@code hmac}), over strings that were
 * put together by hand.
 */
class ExplainCanonicalLinesTest {
  private static final String REQUEST =
      """
      GET https://example.amazonaws.com/things?Param2=value2&Param1=value1 HTTP/1.1
      X-Amz-Date: 20150830T123600Z
      Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
      SignedHeaders=host;x-amz-date, Signature=%s

      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          e772cf0037bd13eebe1ce12ec1bf3beaffc7db7c26b61597eb55794496cfdb0a | accepted
          bd2524b5d7b2f4c13113a2bfd2b19d4190fd4cd2ee46826980b0ea5e7dfd8d0f | A newline is missing between the timestamp and the body-digest in what is hashed.
          e84ad0e7158b416fde1767cf1fbf3e5d7b105656c3f451def0f8c77d6e9a146e | A newline is missing between the timestamp and the body-digest in what is hashed.
          4fdddd2b9b902b0db77640cfb8857019f346040e7b7db8091cb79fed037b3091 | There is a newline too many between the timestamp and the body-digest in what is hashed.
          a6e226c370df6074260fbee51ade82f730d27f4f4e92ad66a603f7325e90699c | A newline is missing between the service and the digest in the string to sign.
          """)
  void lineThatIsMissing_isNamedWithThePlace(String signature, String said) {
    Run run =
        ExplainRun.of(
            REQUEST.formatted(signature),
            "aws-signature-4",
            "--schemes=" + TestSchemes.further(),
            "--at=2015-08-30T12:36:10Z");

    assertThat(run.out().lines()).contains(said);
  }
}
