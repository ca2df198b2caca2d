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
import java.util.Map;

/**
 * Requests whose signatures were computed by Python's hmac, over the string that a comment or a row
 * of the test names, with the secret of-nobody-else.
 */
final class SignedRequests {
  private static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  private SignedRequests() {}

  static Deviation alone(Diagnosis.Rejected diagnosis) {
    assertThat(diagnosis.explanations()).as(Diagnoses.ids(diagnosis).toString()).hasSize(1);
    assertThat(diagnosis.explanations().get(0).deviations()).hasSize(1);
    return diagnosis.explanations().get(0).deviations().get(0);
  }

  static Diagnosis.Rejected ofTicketmatic(String sent, String signature) {
    return explained(
        "ticketmatic",
        Map.of("accesskey", "k", "secretkey", "of-nobody-else", "account", "my-club"),
        HttpRequest.get("https://h.example/a")
            .withHeader("Authorization", "TM-HMAC-SHA256 key=k ts=" + sent + " sign=" + signature));
  }

  static Diagnosis.Rejected ofTicketEvolution(HttpRequest request, String signature) {
    return explained(
        "ticketevolution",
        Map.of("token", "t", "secret", "of-nobody-else"),
        request.withHeader("X-Token", "t").withHeader("X-Signature", signature));
  }

  static Diagnosis.Rejected ofAmazon(HttpRequest request) {
    return explained(
        Schemes.in(List.of(TestSchemes.further())).scheme("amazon-s3"),
        Map.of("AWSAccessKeyId", "k", "AWSSecretAccessKey", "of-nobody-else"),
        request);
  }

  static HttpRequest rmtrack(String date, String signature) {
    return HttpRequest.get("https://h.example/a")
        .withHeader("x-rmtrack-date", date)
        .withHeader("Authorization", "RMT k:" + signature);
  }

  static Diagnosis.Rejected explained(
      String id, Map<String, String> credentials, HttpRequest request) {
    return explained(Examples.SCHEMES.scheme(id), credentials, request);
  }

  static Diagnosis.Rejected explained(
      Scheme scheme, Map<String, String> credentials, HttpRequest request) {
    return Diagnoses.rejected(
        Explainer.of(scheme, Profile.DOCUMENTED, Credentials.of(scheme, credentials))
            .withBudget(Duration.ofMinutes(1))
            .explain(request, NOW));
  }
}
