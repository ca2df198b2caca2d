package io.countersign.explain;

import static io.countersign.explain.SignedRequests.alone;
import static io.countersign.explain.SignedRequests.explained;
import static io.countersign.explain.SignedRequests.ofAmazon;
import static io.countersign.explain.SignedRequests.ofTicketEvolution;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another host, header or query signed than is sent; signatures as {@link SignedRequests} says. */
final class SignedOtherwiseExplainedTest {
  /** Over {@code GET}, a space, the host that was signed, and {@code /s?q=a}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api.example.com | api.sandbox.example.com | pQrDXnQz+dgmjtL1BfrG8nLIORTJGkkYwQAmlFZ6s6c=
          example.com | sandbox.example.com | K5thCrNBz/Y2QTwL1djWKPoWj9A4P8tqy+HXr1leng4=
          api.example.com | api-sandbox.example.com | hrLScAs+YQUk9Rc5LdO+Xxoi7GfIOD5NSb9e+3axTX0=
          api.example.com | staging.example.com | B4xswgy2056c8Z9c7lTPvSD6vDcHjl+N61kxn8XnQTs=
          api.example.com | dev.api.example.com | +n+rZSQuj4/sDUv2eHxOu5WLP4zIbCAlaOo5nxLNbbk=
          api.example.com | test-api.example.com | 0xu0vzuuNLeapCZHWuAMsAKn6ZTy8hVC9/4OW73aRzU=
          api.sandbox.example.com | api.example.com | 6g1s9XkK6q81ilruK18lemhf5HKzUfF+oUG50K30kaQ=
          sandbox.example.com | api.example.com | 6g1s9XkK6q81ilruK18lemhf5HKzUfF+oUG50K30kaQ=
          sandbox.example.com | www.example.com | 59bQyZy01Rc+KasUQqG7HINY1+Jv6/lN3AO3Ia4ZeNM=
          staging-api.example.com | api.example.com | 6g1s9XkK6q81ilruK18lemhf5HKzUfF+oUG50K30kaQ=
          api-test.example.com | api.example.com | 6g1s9XkK6q81ilruK18lemhf5HKzUfF+oUG50K30kaQ=
          """)
  void explain_namesTheHostOfAnotherEnvironment(String arrived, String signed, String signature) {
    Deviation found =
        alone(ofTicketEvolution(HttpRequest.get("https://" + arrived + "/s?q=a"), signature));

    assertThat(found.id()).isEqualTo("host-of-other-environment");
    assertThat(found.title())
        .isEqualTo(
            "The request was signed for the host " + signed + " and arrived at " + arrived + ".");
  }

  /** Over {@code GET api.sandbox.example.com/s?b=1&a=2}. */
  @Test
  void explain_namesTheHostOfAnotherEnvironmentBesideAnotherMistake() {
    Diagnosis.Rejected diagnosis =
        ofTicketEvolution(
            HttpRequest.get("https://api.example.com/s?b=1&a=2"),
            "aqsT4wDcHjr4frhaMGFIrZAWYI7FValZO1tTM6fUD+A=");

    assertThat(Diagnoses.ids(diagnosis).get(0))
        .containsExactlyInAnyOrder("query-not-sorted", "host-of-other-environment");
  }

  /** The service's own host is said once, over {@code GET api.ticketevolution.com/s?q=a}. */
  @Test
  void explain_saysOnceThatTheServicesOwnHostWasSigned() {
    String signature = "ppFQcTBEi2t4cJtwyGvAvRlXXZxHrWsniQgl1g4FDLA=";

    Deviation atSandbox =
        alone(
            ofTicketEvolution(
                HttpRequest.get("https://api.sandbox.ticketevolution.com/s?q=a"), signature));
    Deviation elsewhere =
        alone(ofTicketEvolution(HttpRequest.get("https://proxy.example/s?q=a"), signature));

    assertThat(atSandbox.id()).isEqualTo("host-of-other-environment");
    assertThat(elsewhere.id()).isEqualTo("host-rewritten-on-the-way");
    assertThat(elsewhere.title())
        .isEqualTo(
            "The request was signed for the host api.ticketevolution.com and arrived at"
                + " proxy.example.");
  }

  /** Over {@code GET}, the path, the row's text and the date, each behind a newline. */
  @ParameterizedTest
  @CsvSource({
    "'date: ', Date, OfDnhO0jDvyvkKwOMDPgw7yih88=",
    "'Date:', Date, rVO6YlF4S/bFpdnadw4Cr0Bezo8=",
    "'x-rmtrack-date: ', x-rmtrack-date, dtBEjRDzpLJ/FIlHcwyWXzuCn4U=",
    "'x-rmtrack-date:', x-rmtrack-date, POh7gToIrNVR1dh22q/M0AOpZyw=",
  })
  void explain_namesAHeadersNameThatWasSigned(String signed, String header, String signature) {
    Deviation found =
        alone(
            explained(
                "rmtrack",
                Map.of("accesskey", "k", "secretkey", "of-nobody-else"),
                HttpRequest.get("https://h.example/a")
                    .withHeader(header, "Wed, 04 Dec 2024 14:55:06 GMT")
                    .withHeader("Authorization", "RMT k:" + signature)));

    assertThat(found.id()).isEqualTo("header-name-signed-too");
    assertThat(found.title()).startsWith("\"" + signed + "\" stands before the value");
  }

  /** Over the four lines of amazon-s3, each header with its name before it. */
  @Test
  void explain_namesTheNamesOfSeveralHeadersThatWereSigned() {
    HttpRequest request =
        HttpRequest.get("https://h.example/a")
            .withMethod("PUT")
            .withHeader("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")
            .withHeader("Content-Type", "text/plain")
            .withHeader("Date", "Wed, 04 Dec 2024 14:55:06 +0000")
            .withHeader("Authorization", "AWS k:yKj1F1K4j6V0AfqGFh/CPFYxq5k=");

    Diagnosis.Rejected diagnosis = ofAmazon(request);

    assertThat(Diagnoses.ids(diagnosis)).containsExactly(List.of("header-name-signed-too"));
    assertThat(alone(diagnosis).title()).startsWith("Each header's name stands before its value");
  }

  /** Of amazon-s3, over {@code PUT}, no digest, the row's type, the date and {@code /a}. */
  @ParameterizedTest
  @CsvSource({
    "application/json, application/json; charset=utf-8,"
        + " BpVUiBg176IKmB5M5Uie5iBREdQ=, content-type-with-other-charset",
    "text/plain;charset=UTF-8, text/plain,"
        + " veGgaoKaLmzhPlwsHpqkiWMfvm8=, content-type-with-other-charset",
    ", application/json," + " lnGC/pe14+nd7OQqY0/QRJq9VGE=, content-type-signed-although-none",
  })
  void explain_namesAnotherContentType(String sent, String signed, String signature, String id) {
    HttpRequest request =
        HttpRequest.get("https://h.example/a")
            .withMethod("PUT")
            .withHeader("Date", "Wed, 04 Dec 2024 14:55:06 +0000")
            .withHeader("Authorization", "AWS k:" + signature);

    Diagnosis.Rejected diagnosis =
        ofAmazon(sent == null ? request : request.withHeader("Content-Type", sent));

    assertThat(alone(diagnosis).id()).as(signed).isEqualTo(id);
  }

  /** Over {@code GET h.example/s??q=a}. */
  @Test
  void explain_namesAQueryThatWasSignedWithItsQuestionMark() {
    HttpRequest request = HttpRequest.get("https://h.example/s?q=a");

    assertThat(
            Diagnoses.ids(
                ofTicketEvolution(request, "GA9Tp4Vhu9Gt0+HuB6JPWiEpqBwtnXDZUYQmQm4z9xY=")))
        .contains(List.of("query-with-its-question-mark"));
  }
}
