package io.countersign.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that the vendors, or their clients' own tests, have published. */
final class SignerTest {
  private static final Instant ANY = Instant.parse("2014-09-23T17:23:00Z");
  private static final String CLIENTS = "https://api.sandbox.ticketevolution.com/clients";

  @Test
  void ticketmatic_signsTheVectorOfAPublicClient() {
    SignedRequest signed =
        signer(
                "ticketmatic",
                Profile.DOCUMENTED,
                Map.of("accesskey", "xyz", "secretkey", "xyz", "account", "ticketmatic"))
            .sign(
                HttpRequest.get("https://apps.ticketmatic.com/x"),
                Instant.parse("2017-07-29T16:40:46Z"));

    assertThat(signed.stringToSign()).isEqualTo(Octets.of("xyzticketmatic2017-07-29T16:40:46"));
    assertThat(signed.request().headers().values("Authorization"))
        .containsExactly(
            "TM-HMAC-SHA256 key=xyz ts=2017-07-29T16:40:46"
                + " sign=192437c5f28b8dd431c57bac1f3552d671cd4eb50382961dfb413d731d050590");
  }

  @Test
  void ticketevolution_signsTheStringThatThePagePrints_andNotItsSignature() {
    SignedRequest signed =
        signer("ticketevolution", Profile.DOCUMENTED, Map.of("token", "abc", "secret", "xyz"))
            .sign(
                HttpRequest.get("https://api.ticketevolution.com/v9/brokerages?per_page=1&page=1"),
                ANY);

    assertThat(signed.stringToSign())
        .isEqualTo(Octets.of("GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1"));
    assertThat(signed.signature()).isEqualTo("n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE=");
    assertThat(signed.request().url())
        .hasToString("https://api.ticketevolution.com/v9/brokerages?per_page=1&page=1");
  }

  @Test
  void ticketevolution_signatureOfThePageIsThatOfThePathWithoutItsVersion() {
    SignedRequest signed =
        signer("ticketevolution", Profile.DOCUMENTED, Map.of("token", "abc", "secret", "xyz"))
            .sign(
                HttpRequest.get("https://api.ticketevolution.com/brokerages?page=1&per_page=1"),
                ANY);

    assertThat(signed.signature()).isEqualTo("ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0=");
  }

  @Test
  void aHeaderThatTheSignerAdds_canBeSignedItself() {
    Scheme scheme = TestSchemes.builtIn("ticketevolution");
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    Credentials credentials = Credentials.of(scheme, Map.of("token", "abc", "secret", "xyz"));

    SignedRequest signed =
        Signer.of(
                rules.withStringToSign(
                    List.of(new Part.HeaderValue("X-Token"), new Part.Text("!"))),
                credentials)
            .sign(HttpRequest.get("https://example.com/"), ANY);

    assertThat(signed.stringToSign()).isEqualTo(Octets.of("abc!"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | '' | '' | CZ26dEtpFKkc21yjFK/FeFZ4Ak+9GLbdSQYKffbccd4=",
        "GET | ?page_num=1 | '' | 1cJFQkqe41x3AF5LPtDccmCvIcw97WXfkGksk+qUvq0=",
        "POST | '' | {\"clients\": [{\"name\": \"Will Smith\"}]} |"
            + " YvU94mY7jmk1eOu26M4pkl64lK1PkQskZznMhL82IaY=",
      })
  void ticketevolution_signsTheVectorsOfAPublicClient(
      String method, String query, String body, String signature) {
    HttpRequest request =
        HttpRequest.get(CLIENTS + query).withMethod(method).withBody(Octets.of(body));

    assertThat(
            signer("ticketevolution", Profile.DOCUMENTED, clientCredentials())
                .sign(request, ANY)
                .signature())
        .isEqualTo(signature);
  }

  @Test
  void ticketevolution_doesNotSignLikeTheClientThatForgetsToSort() {
    assertThat(
            signer("ticketevolution", Profile.DOCUMENTED, clientCredentials())
                .sign(HttpRequest.get(CLIENTS + "?per_page=1&page_num=1"), ANY)
                .signature())
        .isNotEqualTo("PIzIqixgOwy8XFrxFbqxM9vL9iyoifpV4VjgWHD2naE=");
  }

  private static Map<String, String> clientCredentials() {
    return Map.of("token", "t", "secret", "abcdefghijklmnopqrstuvwxyz12345678901234");
  }

  @Test
  void rmtrack_endsTheStringToSignInANewline_andLeavesTheQueryOut() {
    SignedRequest signed =
        signer("rmtrack", Profile.DOCUMENTED, Map.of("accesskey", "a", "secretkey", "b"))
            .sign(HttpRequest.get("https://h/RMT/x.ashx?IssueId=1"), ANY);

    assertThat(signed.stringToSign())
        .isEqualTo(Octets.of("GET\n/RMT/x.ashx\nTue, 23 Sep 2014 17:23:00 GMT\n"));
    assertThat(signed.request().headers().first("x-rmtrack-date"))
        .contains("Tue, 23 Sep 2014 17:23:00 GMT");
    assertThat(signed.request().headers().first("Authorization"))
        .contains("RMT a:" + signed.signature());
  }

  @Test
  void hoshinplan_signsDecodedAsDocumentedAndRawAsDeployed() {
    Map<String, String> credentials = Map.of("app_key", "k", "secret", "s");
    HttpRequest request = HttpRequest.get("https://h/companies?name=a%20b");
    SignedRequest documented =
        signer("hoshinplan", Profile.DOCUMENTED, credentials).sign(request, ANY);
    SignedRequest deployed = signer("hoshinplan", Profile.DEPLOYED, credentials).sign(request, ANY);

    assertThat(documented.stringToSign())
        .isEqualTo(Octets.of("/companies?name=a b&app_key=k&timestamp=2014-09-23T17:23:00+00:00"));
    assertThat(documented.request().target())
        .startsWith(
            "/companies?name=a%20b&app_key=k&timestamp=2014-09-23T17%3A23%3A00%2B00%3A00&signature=")
        .doesNotContain("=" + documented.signature());
    assertThat(deployed.stringToSign())
        .isEqualTo(Octets.of("/companies?name=a%20b&app_key=k&timestamp=2014-09-23T17:23:00Z"));
    assertThat(deployed.request().target()).endsWith("&signature=" + deployed.signature());
  }

  @Test
  void basic_sendsUserAndPasswordInUtf8() {
    SignedRequest signed =
        signer(
                "ticketmatic-basic",
                Profile.DOCUMENTED,
                Map.of("accesskey", "user", "secretkey", "p\u00e4ss:", "account", "a"))
            .sign(HttpRequest.get("https://h/"), ANY);

    assertThat(signed.request().headers().first("Authorization"))
        .contains("Basic dXNlcjpww6Rzczo=");
    assertThat(signed.stringToSign()).isEqualTo(Octets.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 65 characters, hashed"
            + " first",
        "sécret-€ | taken as UTF-8",
        "' secret' | white space kept",
        "'secret\n' | line break kept",
      })
  void secrets_areTakenToTheByte(String secret, String why) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    String message = "GET api.sandbox.ticketevolution.com/clients?";

    assertThat(
            signer("ticketevolution", Profile.DOCUMENTED, Map.of("token", "t", "secret", secret))
                .sign(HttpRequest.get(CLIENTS), ANY)
                .signature())
        .as(why)
        .isEqualTo(referenceMac(key, message));
  }

  /** HMAC-SHA256 written out (RFC 2104), with nothing of ours or of the platform's MAC. */
  private static String referenceMac(byte[] key, String message) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      byte[] block = Arrays.copyOf(key.length > 64 ? sha.digest(key) : key, 64);
      byte[] inner = block.clone();
      byte[] outer = block.clone();
      for (int i = 0; i < 64; i++) {
        inner[i] ^= 0x36;
        outer[i] ^= 0x5C;
      }
      sha.update(inner);
      byte[] digest = sha.digest(message.getBytes(StandardCharsets.UTF_8));
      sha.update(outer);
      return Base64.getEncoder().encodeToString(sha.digest(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void emptySecret_isRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> signer("ticketevolution", Profile.DOCUMENTED, Map.of("token", "t", "secret", "")))
        .withMessage("the credential 'secret' is empty; give the secret itself");
  }

  @Test
  void host_isThatOfTheHostHeaderWithoutItsPort() {
    SignedRequest signed =
        signer("ticketevolution", Profile.DOCUMENTED, clientCredentials())
            .sign(
                HttpRequest.get("http://127.0.0.1:8080/x").withHeader("Host", "api.example:99"),
                ANY);

    assertThat(signed.stringToSign()).isEqualTo(Octets.of("GET api.example/x?"));
  }

  /** What sends the secret itself must not end up in a log by way of whoever prints it. */
  @Test
  void toString_hasNoProof() {
    SignedRequest signed =
        signer(
                "ticketmatic-basic",
                Profile.DOCUMENTED,
                Map.of("accesskey", "AK", "secretkey", "S3cret-of-nobody", "account", "acme"))
            .sign(HttpRequest.get("https://apps.ticketmatic.com/api/1/acme/orders?x=1"), ANY);
    String sent = Base64.getEncoder().encodeToString("AK:S3cret-of-nobody".getBytes(UTF_8));

    assertThat(signed.request().headers().values("Authorization")).containsExactly("Basic " + sent);
    assertThat(signed)
        .hasToString("GET https://apps.ticketmatic.com/api/1/acme/orders [Authorization]");
    assertThat(signed.request()).hasToString(signed.toString());
  }

  private static Signer signer(String id, Profile profile, Map<String, String> credentials) {
    Scheme scheme = TestSchemes.builtIn(id);
    return Signer.of(scheme.rules(profile), Credentials.of(scheme, credentials));
  }
}
