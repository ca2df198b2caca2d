package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is signed with another time, body, host or header than is sent. Every signature was computed
 * by Python's hmac over the string that the comment or the row names, with the secret
 * of-nobody-else.
 */
class SignedOtherwiseExplainedTest {
  private static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  /** Over {@code kmy-club} and the time of the row. */
  @ParameterizedTest
  @CsvSource({
    "2024-12-04T16:55:06, 50b33b810eddc2f1c8900d92568184f4e133457cc4dcc5bf50f200e4d7995ade,"
        + " 2 h ahead of",
    "2024-12-04T09:25:06, ebc7a76b66a7819e3d395400784d5ffbc6a6a7bcc7d339eeb45dfc1ebbd032c7,"
        + " 5 h 30 min behind",
    "2024-12-05T04:55:06, 23aca5578b16a7c39c224d427252760cf0e891a5ec4709e75df8c4633796586d,"
        + " 14 h ahead of",
    "2024-12-04T02:55:06, c9e71f1523266a8cec25b5d4cc902b1e4067226e08a33271b8e1eeab0f75e48a,"
        + " 12 h behind",
  })
  void explain_namesLocalTimeThatWasSignedWhileUtcIsSent(
      String signed, String signature, String shift) {
    Deviation found = alone(ofTicketmatic("2024-12-04T14:55:06", signature));

    assertThat(found.id()).isEqualTo("timestamp-signed-in-local-time");
    assertThat(found.title()).contains("signed " + shift + " the one that is sent");
  }

  /** Over the right time, where the one that is sent is two hours ahead. */
  @Test
  void explain_namesLocalTimeThatIsSentWhileUtcWasSigned() {
    Diagnosis.Rejected diagnosis =
        explained(
            "rmtrack",
            Map.of("accesskey", "k", "secretkey", "of-nobody-else"),
            rmtrack("Wed, 04 Dec 2024 16:55:06 GMT", "ECEXDwkFfuKORFK94MSPGh8/mN8="));

    assertThat(alone(diagnosis).title()).contains("signed 2 h behind the one that is sent");
  }

  /** Over {@code k|my-club|2024-12-04T15:55:06}. */
  @Test
  void explain_namesLocalTimeBesideAnotherMistake() {
    Diagnosis.Rejected diagnosis =
        ofTicketmatic(
            "2024-12-04T14:55:06",
            "b42d80951f32a8c3a8ea8e1a61665e79b31ca90b3c7c5429b74e7a260a4f61e5");

    assertThat(Diagnoses.ids(diagnosis).get(0))
        .containsExactlyInAnyOrder("timestamp-signed-in-local-time", "joined-with-bar");
  }

  /** Over {@code /a?app_key=k&timestamp=}, the time of the row and {@code +00:00}. */
  @ParameterizedTest
  @CsvSource({
    "2024-12-04T06:55:06, 0EcAYH3eEtLihoWejtX%2BepPIntJZOYgicbEMGOKJalo%3D,"
        + " timestamp-signed-in-local-time",
    "2024-12-04t06:55:06, Pp1zGfgpULLaEANh286c%2BpWtUI9%2BAoO6T%2B6xAiimFnU%3D,"
        + " timestamp-signed-in-local-time string-in-lower-case",
  })
  void explain_namesLocalTimeInsideAQuery(String signed, String signature, String ids) {
    Diagnosis.Rejected diagnosis =
        explained(
            "hoshinplan",
            Map.of("app_key", "k", "secret", "of-nobody-else"),
            HttpRequest.get(
                "https://h.example/a?app_key=k&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00"
                    + "&signature="
                    + signature));

    assertThat(Diagnoses.ids(diagnosis).get(0))
        .as(signed)
        .containsExactlyInAnyOrder(ids.split(" "));
  }

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

  /** Over {@code kmy-club} and the time of the row. */
  @ParameterizedTest
  @CsvSource({
    "2024-12-04T14%3A55%3A06, 5f9c5d5e73f4feed8c19aeb74a1a1b1ba12bd8bae03301ffd801671387081109,"
        + " timestamp-signed-percent-encoded",
    "2024-12-04 14:55:06, 8f0ff5392a3855cdb719e932ff0cd1a05f67d9e500212ced4306daf0ac1771b7,"
        + " timestamp-signed-with-space",
  })
  void explain_namesATimestampThatWasSignedInAnotherSpelling(
      String signed, String signature, String id) {
    assertThat(alone(ofTicketmatic("2024-12-04T14:55:06", signature)).id())
        .as(signed)
        .isEqualTo(id);
  }

  /** Over {@code /a?app_key=k&timestamp=2024-12-04T14:55:06+00:00}. */
  @Test
  void explain_namesAnOffsetThatWasSignedWhileZIsSent() {
    Diagnosis.Rejected diagnosis =
        explained(
            "hoshinplan",
            Map.of("app_key", "k", "secret", "of-nobody-else"),
            HttpRequest.get(
                "https://h.example/a?app_key=k&timestamp=2024-12-04T14:55:06Z&signature="
                    + "tzfsylHDuw4k43eO1cKWSl2zgnw4%2B77iuDCJ8FWkIb0%3D"));

    assertThat(alone(diagnosis).id()).isEqualTo("timestamp-signed-in-other-form");
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

  private static Deviation alone(Diagnosis.Rejected diagnosis) {
    assertThat(diagnosis.explanations()).as(Diagnoses.ids(diagnosis).toString()).hasSize(1);
    assertThat(diagnosis.explanations().get(0).deviations()).hasSize(1);
    return diagnosis.explanations().get(0).deviations().get(0);
  }

  private static Diagnosis.Rejected ofTicketmatic(String sent, String signature) {
    return explained(
        "ticketmatic",
        Map.of("accesskey", "k", "secretkey", "of-nobody-else", "account", "my-club"),
        HttpRequest.get("https://h.example/a")
            .withHeader("Authorization", "TM-HMAC-SHA256 key=k ts=" + sent + " sign=" + signature));
  }

  private static Diagnosis.Rejected ofTicketEvolution(HttpRequest request, String signature) {
    return explained(
        "ticketevolution",
        Map.of("token", "t", "secret", "of-nobody-else"),
        request.withHeader("X-Token", "t").withHeader("X-Signature", signature));
  }

  private static Diagnosis.Rejected ofAmazon(HttpRequest request) {
    return explained(
        Schemes.in(List.of(TestSchemes.further())).scheme("amazon-s3"),
        Map.of("AWSAccessKeyId", "k", "AWSSecretAccessKey", "of-nobody-else"),
        request);
  }

  private static HttpRequest rmtrack(String date, String signature) {
    return HttpRequest.get("https://h.example/a")
        .withHeader("x-rmtrack-date", date)
        .withHeader("Authorization", "RMT k:" + signature);
  }

  private static Diagnosis.Rejected explained(
      String id, Map<String, String> credentials, HttpRequest request) {
    return explained(Examples.SCHEMES.scheme(id), credentials, request);
  }

  private static Diagnosis.Rejected explained(
      Scheme scheme, Map<String, String> credentials, HttpRequest request) {
    return Diagnoses.rejected(
        Explainer.of(scheme, Profile.DOCUMENTED, Credentials.of(scheme, credentials))
            .withBudget(Duration.ofMinutes(1))
            .explain(request, NOW));
  }
}
