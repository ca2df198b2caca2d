package io.countersign.explain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others' signers were seen to do, signed by Java's own MAC over what they sign. */
class OwnMistakesExplainedTest {
  private static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");
  private static final String SECRET = "of-nobody-else";

  /** Of ticketevolution, at the host h.example. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          GET  | /s?q=salt%26page=2        |    | /s?q=salt%26page%3D2             | query-encoded-anew
          GET  | /s?ids[]=7&q=%c3%a9&flag  |    | /s?flag=&ids%5B%5D=7&q=%C3%A9    | query-encoded-anew
          GET  | /s?ids[]=7&q=a%20b        |    | /s?ids%5B%5D=7&q=a+b             | query-encoded-anew
          GET  | /s?ids[]=7&q=%c3%a9&x=    |    | /s?ids%5B%5D=7&q=%C3%A9          | query-empty-values-left-out query-encoded-anew
          GET  | /s?q=%c3%a9               |    | /s?q=%C3%A9                      | query-escapes-in-upper-case
          GET  | /s?q=é                    |    | /s?q=%C3%A9                      | query-decoded-on-the-way
          GET  | /s?q=a&page2=a&page=b     |    | /s?page2=a&page=b&q=a            | query-sorted-as-a-whole
          GET  | /s?q=a&page2=a&page=b     |    | /s?q=a&page2=a&page=b            | query-not-sorted
          GET  | /s?q=a                    | {} | /s?{}                            | body-instead-for-every-method
          HEAD | /s?q=a                    | {} | /s?{}                            | body-instead-for-every-method
          """)
  void explain_namesWhatBecameOfQueryOrBody(
      String method, String target, String body, String signed, String ids) {
    HttpRequest request =
        HttpRequest.get("https://h.example" + target)
            .withMethod(method)
            .withBody(Octets.of(body == null ? "" : body));

    Diagnosis.Rejected diagnosis =
        ofTicketEvolution(request, (method + " h.example" + signed).getBytes(UTF_8));

    assertThat(Diagnoses.ids(diagnosis).get(0))
        .containsExactlyInAnyOrderElementsOf(List.of(ids.split(" ")));
  }

  /** What was signed is all that there is to know; whoever changed the method is not seen. */
  @ParameterizedTest
  @CsvSource({
    "GET, POST, method-always-post",
    "POST, GET, method-always-get",
    "GET, PUT, method-changed-on-the-way",
  })
  void explain_saysOnceThatAnotherMethodWasSigned(String sent, String signed, String id) {
    HttpRequest request = HttpRequest.get("https://h.example/s?q=a").withMethod(sent);

    Diagnosis.Rejected diagnosis =
        ofTicketEvolution(request, (signed + " h.example/s?q=a").getBytes(UTF_8));

    assertThat(Diagnoses.ids(diagnosis)).containsExactly(List.of(id));
  }

  @Test
  void explain_namesOtherLineEndsOfABodyThatIsNoText() {
    HttpRequest request =
        HttpRequest.get("https://h.example/s")
            .withMethod("PUT")
            .withBody(Octets.of("\u00ff\r\n\u0080".getBytes(ISO_8859_1)));

    Diagnosis.Rejected diagnosis =
        ofTicketEvolution(request, "PUT h.example/s?\u00ff\n\u0080".getBytes(ISO_8859_1));

    assertThat(Diagnoses.ids(diagnosis).get(0)).containsExactly("body-lines-as-crlf");
  }

  @ParameterizedTest
  @CsvSource({
    "h.example/a/b, host-before-path",
    "https://h.example/a/b, url-instead-of-path",
  })
  void explain_namesTheHostBeforeThePath(String signed, String id) {
    String date = "Wed, 04 Dec 2024 14:55:06 GMT";
    HttpRequest request =
        HttpRequest.get("https://h.example/a/b?c=1")
            .withHeader("x-rmtrack-date", date)
            .withHeader(
                "Authorization",
                "RMT k:" + base64(mac("HmacSHA1", "GET\n" + signed + "\n" + date + "\n")));

    Diagnosis.Rejected diagnosis =
        explained("rmtrack", Map.of("accesskey", "k", "secretkey", SECRET), request);

    assertThat(Diagnoses.ids(diagnosis).get(0)).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({
    "my-club, account-in-lower-case",
    "MyClub, account-without-hyphens",
  })
  void explain_namesAnAccountThatIsSpeltOtherwise(String signed, String id) {
    String time = "2024-12-04T14:55:06";

    Diagnosis.Rejected diagnosis = ofTicketmatic(time, "k" + signed + time);

    assertThat(Diagnoses.ids(diagnosis)).first().isEqualTo(List.of(id));
  }

  /** Nothing of the header is missing, nor in another order. */
  @Test
  void explain_namesATimestampThatIsPercentEncodedInAHeader() {
    Diagnosis.Rejected diagnosis =
        ofTicketmatic("2024-12-04T14%3A55%3A06", "kMy-Club2024-12-04T14:55:06");

    assertThat(Diagnoses.ids(diagnosis))
        .containsExactly(List.of("timestamp-percent-encoded-in-header"));
  }

  /** Whether it was signed as it is sent or as it was meant. */
  @ParameterizedTest
  @CsvSource({"?", "&"})
  void explain_namesASecondQuestionMark(String signed) {
    String parameters = "app_key=k&timestamp=2024-12-04T14:55:06%2B00:00";
    String sent = parameters.replace("%2B", "+");

    Diagnosis.Rejected diagnosis =
        ofHoshinplan("?page=2?" + parameters, "/a?page=2" + signed + sent, 1);

    assertThat(Diagnoses.ids(diagnosis)).containsExactly(List.of("second-question-mark"));
    assertThat(diagnosis.expected()).contains(Octets.of("/a?page=2&" + sent));
  }

  @Test
  void explain_saysThatASignatureWasPercentEncodedTwice() {
    String parameters = "?app_key=k&timestamp=2024-12-04T14:55:06%2B00:00";

    Diagnosis.Rejected diagnosis =
        ofHoshinplan(parameters, "/a" + parameters.replace("%2B", "+"), 2);

    Deviation found = diagnosis.explanations().get(0).deviations().get(0);
    assertThat(found.title()).isEqualTo("The signature was percent-encoded twice.");
    assertThat(found.fix()).contains("once");
  }

  private static Diagnosis.Rejected ofTicketEvolution(HttpRequest request, byte[] signed) {
    return explained(
        "ticketevolution",
        Map.of("token", "t", "secret", SECRET),
        request
            .withHeader("X-Token", "t")
            .withHeader("X-Signature", base64(mac("HmacSHA256", signed))));
  }

  private static Diagnosis.Rejected ofTicketmatic(String sent, String signed) {
    String signature = HexFormat.of().formatHex(mac("HmacSHA256", signed));
    return explained(
        "ticketmatic",
        Map.of("accesskey", "k", "secretkey", SECRET, "account", "My-Club"),
        HttpRequest.get("https://h.example/a")
            .withHeader("Authorization", "TM-HMAC-SHA256 key=k ts=" + sent + " sign=" + signature));
  }

  private static Diagnosis.Rejected ofHoshinplan(String query, String signed, int times) {
    String signature = base64(mac("HmacSHA256", signed));
    for (int i = 0; i < times; i++) {
      signature = URLEncoder.encode(signature, UTF_8);
    }
    return explained(
        "hoshinplan",
        Map.of("app_key", "k", "secret", SECRET),
        HttpRequest.get("https://h.example/a" + query + "&signature=" + signature));
  }

  private static Diagnosis.Rejected explained(
      String id, Map<String, String> credentials, HttpRequest request) {
    Scheme scheme = Examples.SCHEMES.scheme(id);
    return Diagnoses.rejected(
        Explainer.of(scheme, Profile.DOCUMENTED, Credentials.of(scheme, credentials))
            .withBudget(Duration.ofMinutes(1))
            .explain(request, NOW));
  }

  private static byte[] mac(String algorithm, String signed) {
    return mac(algorithm, signed.getBytes(UTF_8));
  }

  private static byte[] mac(String algorithm, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), algorithm));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
