package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What authors of clients get wrong, each signed here with the Java library alone: over the
 * published schemes, the guide's own example, and a webhook of the common kind.
 */
class ExplainMistakesTest {
  private static final String SECONDS = "1411492980";
  private static final String DATE = "Tue, 23 Sep 2014 17:23:00 GMT";
  private static final String EVENT = "{\"id\":1}";
  private static final String WEBHOOK =
      """
      scheme: hooks
      title: Hooks
      summary: Time and signature in one header.
      documents:
        - {id: page, title: Hooks, file: none kept}
      credentials:
        - {name: signing_secret, role: secret, example: hooksec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}
      string-to-sign:
        - timestamp
        - text: "."
        - body
      mac: {algorithm: hmac-sha256, key: signing_secret, encoding: hex}
      sent:
        - {header: Hook-Signature, value: "t={timestamp},v1={signature}"}
      timestamp: {format: unix-seconds, max-age: PT5M}
      service:
        base: https://app.example
        refusal: '{"error":"{reason}"}'
        resources:
          - {name: event, method: POST, target: /webhook, answer: '{}'}
      """;

  @TempDir private Path schemes;

  @BeforeEach
  void writeSchemes() throws IOException {
    String guide = Files.readString(TestSchemes.home().resolve("docs/schemes.md"));
    int from = guide.indexOf("scheme: acme-freight\n");
    write("acme-freight", guide.substring(from, guide.indexOf("```", from)));
    write("hooks", WEBHOOK);
  }

  private void write(String id, String yaml) throws IOException {
    Files.writeString(Files.createDirectory(schemes.resolve(id)).resolve("scheme.yaml"), yaml);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST/v1/parcels\\n\\n1411492980\\n{}, The newline between the method and the path was left out of the string to sign.",
        "POST\\n/v1/parcels\\n\\n1411492980{}, The newline between the timestamp and the body was left out of the string to sign.",
        "POST\\n/v1/parcels?\\n1411492980\\n{}, A question mark stands between the path and the query and not the newline.",
        "POST /v1/parcels\\n\\n1411492980\\n{}, A space stands between the method and the path and not the newline.",
        "POST\\n/v1/parcels\\n\\n1411492980\\\\n{}, An escaped newline (\\\\n as two characters) stands between the timestamp and the body and not the newline.",
        "POST\\n/v1/parcels\\n\\n1411492980\\n\\n{}, The newline stands twice between the timestamp and the body in the string to sign.",
        "POST_/v1/parcels__1411492980_{}, The parts were joined with an underscore between them.",
      })
  void separatorInOnePlace_isNamedWithThePlace(String signed, String title) throws Exception {
    String text = unescaped(signed);
    String out =
        explained(
            "acme-freight",
            "POST https://api.acme-freight.example/v1/parcels",
            "{}",
            "X-Acme-Key: ak_live_1001",
            "X-Acme-Time: " + SECONDS,
            "X-Acme-Signature: v1=" + hex(mac("HmacSHA256", "not-a-real-secret", text)));

    assertThat(out).contains("\n" + unescaped(title) + "\n").doesNotContain("explanations give");
  }

  @ParameterizedTest
  @CsvSource({
    "GET:api.ticketevolution.com/v9/x?a=1, separator-before-host-changed",
    "GET\\napi.ticketevolution.com/v9/x a=1, separator-before-query-changed",
    "GET api.ticketevolution.com/v9/x??a=1, separator-before-query-doubled",
    "GETapi.ticketevolution.com/v9/x?a=1, spaces-left-out",
    "GET api.ticketevolution.com/v9/xa=1, question-mark-left-out",
  })
  void separatorOfTicketEvolution_isFound(String signed, String id) throws Exception {
    String signature = base64(mac("HmacSHA256", "xyz", unescaped(signed)));

    assertThat(
            explained(
                "ticketevolution",
                "GET https://api.ticketevolution.com/v9/x?a=1",
                "",
                "X-Token: abc",
                "X-Signature: " + signature,
                "--json"))
        .contains("\"id\":\"" + id + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET/a\\n%s\\n, separator-before-path-left-out",
    "GET\\n/a%s\\n, separator-before-timestamp-left-out",
    "GET\\n/a\\n%s\\\\n, text-at-end-changed",
    "GET /a\\n%s, separator-before-path-changed",
    "GET\\t/a\\t%s\\t, joined-with-tab",
  })
  void separatorOfRmTrack_isFound(String signed, String id) throws Exception {
    String text = unescaped(signed).formatted(DATE);

    assertThat(
            explained(
                "rmtrack",
                "GET https://www.rmtrack.com/a",
                "",
                "x-rmtrack-date: " + DATE,
                "Authorization: RMT countersign-access-key:"
                    + base64(mac("HmacSHA1", "countersign-example-secret-of-rmtrack", text)),
                "--json"))
        .contains("\"id\":\"" + id + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'\\n', '', separator-before-account-added",
    "'', ':', separator-before-timestamp-added",
    "'\\\\n', '\\\\n', joined-with-escaped-newline",
  })
  void separatorOfTicketmatic_isFound(String first, String second, String id) throws Exception {
    String key = "242dda885ec6024f934a40c0";
    String time = "2014-09-23T17:23:00";
    String text = unescaped(key + first + "countersign" + second + time);

    assertThat(
            explained(
                "ticketmatic",
                "GET https://apps.ticketmatic.com/a",
                "",
                "Authorization: TM-HMAC-SHA256 key=%s ts=%s sign=%s"
                    .formatted(
                        key,
                        time,
                        hex(mac("HmacSHA256", "countersign-example-secret-of-ticketmatic", text))),
                "--json"))
        .contains("\"id\":\"" + id + "\"");
  }

  @ParameterizedTest
  @CsvSource({"'', left-out", "' ', changed", "'\\n', changed", "'&', changed"})
  void separatorInsideTheTargetOfHoshinplan_isFound(String separator, String what)
      throws Exception {
    assertThat(hoshinplan(unescaped(separator), "signature=%s"))
        .contains("\"id\":\"separator-before-query-" + what + "\"");
  }

  @ParameterizedTest
  @CsvSource({"sig=%s", "hmac=%s", "Signature=%s"})
  void parameterOfAnotherName_isNamed(String parameter) throws Exception {
    String name = parameter.substring(0, parameter.indexOf('='));

    assertThat(hoshinplan("?", parameter))
        .contains("\"id\":\"carrier-of-other-name\"")
        .contains("is sent as the parameter " + name + "={signature}.")
        .contains("\"fix\":\"Send the parameter signature={signature}.\"");
  }

  private String hoshinplan(String separator, String parameter) throws Exception {
    String key = "app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=";
    String text = "/companies" + separator + key + "2014-09-23T17:23:00+00:00";
    String signature = base64(mac("HmacSHA256", "countersign-example-secret-of-hoshinplan", text));
    String query = key + "2014-09-23T17%3A23%3A00%2B00%3A00&" + parameter;
    return explained(
        "hoshinplan",
        "GET https://www.hoshinplan.com/companies?"
            + query.replace("=%s", "=" + URLEncoder.encode(signature, StandardCharsets.UTF_8)),
        "",
        "--json");
  }

  @ParameterizedTest
  @CsvSource({"'', left-out", "':', changed", "'\\n', changed", "'\\\\n', changed"})
  void separatorOfWebhook_isFound(String separator, String what) throws Exception {
    String text = SECONDS + unescaped(separator) + EVENT;
    String signature = hex(mac("HmacSHA256", "hooksec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", text));

    assertThat(webhook("Hook-Signature", "t=" + SECONDS + ",v1=" + signature))
        .contains("\"id\":\"separator-before-body-" + what + "\"");
  }

  @Test
  void secretWithoutItsPrefix_isFoundDecodedOrNot() throws Exception {
    String rest = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    for (byte[] key :
        new byte[][] {rest.getBytes(StandardCharsets.UTF_8), Base64.getDecoder().decode(rest)}) {
      String signature = hex(mac("HmacSHA256", key, SECONDS + "." + EVENT));

      assertThat(webhook("Hook-Signature", "t=" + SECONDS + ",v1=" + signature))
          .contains("\"id\":\"secret-without-prefix\"")
          .doesNotContain(rest);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t=%t, v1=%s | fields-with-blanks | has other blanks than the scheme's: t={timestamp}, v1={signature}.",
        "v1=%s, t=%t | fields-in-other-order | has its fields in another order: v1={signature}, t={timestamp}.",
        "t=%t,v1=%s,v1=%o | fields-with-more | holds more than the scheme's fields: t={timestamp},v1={signature},v1=….",
        "t=%t,v1=%o,v1=%s | fields-with-more | holds more than the scheme's fields: t={timestamp},v1=…,v1={signature}.",
        "t=%t;sig=%s | fields-in-other-form | is written in another form than the scheme's: t={timestamp};sig={signature}.",
        "v1=%s,t=%t | fields-swapped | The fields of the header are in another order.",
      })
  void fieldsInAnotherForm_areShownAsTheyAreSent(String form, String id, String title)
      throws Exception {
    String other = hex(mac("HmacSHA256", "another secret", EVENT));
    String value = form.replace("%t", SECONDS).replace("%s", signature()).replace("%o", other);

    assertThat(webhook("Hook-Signature", value))
        .contains("\"explanations\":[{\"deviations\":[{\"id\":\"" + id + "\"")
        .contains(title)
        .containsOnlyOnce("\"deviations\"")
        .doesNotContain(other);
  }

  @ParameterizedTest
  @CsvSource({"X-Sig", "Signature", "Authorization"})
  void headerOfAnotherName_isNamed(String name) throws Exception {
    assertThat(webhook(name, "t=" + SECONDS + ",v1=" + signature()))
        .contains("\"id\":\"carrier-of-other-name\"")
        .contains(
            "What the scheme sends as Hook-Signature: t={timestamp},v1={signature} is sent as "
                + name
                + ": t={timestamp},v1={signature}.");
  }

  @Test
  void headerInLowerCase_isNoOtherName() throws Exception {
    assertThat(webhook("hook-signature", "t=" + SECONDS + ", v1=" + signature()))
        .contains("\"id\":\"fields-with-blanks\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Signature: RMT countersign-access-key:%s | X-Signature: RMT {accesskey}:{signature}",
        "X-Signature: %s | X-Signature: {signature}",
      })
  void ownHeaderForAuthorization_isNamed(String header, String shown) throws Exception {
    String text = "GET\n/a\n" + DATE + "\n";
    String signature = base64(mac("HmacSHA1", "countersign-example-secret-of-rmtrack", text));

    assertThat(
            explained(
                "rmtrack",
                "GET https://www.rmtrack.com/a",
                "",
                "x-rmtrack-date: " + DATE,
                header.formatted(signature),
                "--json"))
        .contains("is sent as " + shown + ".")
        .contains("\"fix\":\"Send Authorization: RMT {accesskey}:{signature}.\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Token: abc / X-Sig: %s | X-Signature: {signature} is sent as X-Sig: {signature}",
        "X-Token: abc / Authorization: Bearer %s | X-Signature: {signature} is sent as Authorization: Bearer {signature}",
        "X-Api-Key: abc / X-Signature: %s | X-Token: {token} is sent as X-Api-Key: {token}",
        "X-Token: abc / Authorization: HMAC abc:%s | X-Signature: {signature} is sent as Authorization: HMAC abc:{signature}",
        "Authorization: HMAC abc:%s / Accept: */* | X-Token: {token} and X-Signature: {signature} is sent as Authorization: HMAC {token}:{signature}",
      })
  void otherHeadersForOwn_areNamed(String headers, String shown) throws Exception {
    String signature = base64(mac("HmacSHA256", "xyz", "GET api.ticketevolution.com/v9/x?a=1"));
    String[] both = headers.formatted(signature).split(" / ");

    assertThat(
            explained(
                "ticketevolution",
                "GET https://api.ticketevolution.com/v9/x?a=1",
                "",
                both[0],
                both[1],
                "--json"))
        .contains("What the scheme sends as " + shown + ".")
        .containsOnlyOnce("\"deviations\"")
        .doesNotContain("-missing");
  }

  @Test
  void otherNameAndAnotherMistake_areBothNamed() throws Exception {
    String signature = hex(mac("HmacSHA256", "xyz", "GETapi.ticketevolution.com/v9/x?a=1"));

    assertThat(
            explained(
                "ticketevolution",
                "GET https://api.ticketevolution.com/v9/x?a=1",
                "",
                "X-Token: abc",
                "X-Sig: " + signature))
        .contains("3 things together:")
        .contains("is sent as X-Sig: {signature}.")
        .contains("The spaces of the string to sign were left out.")
        .contains("The signature was sent in hexadecimal.");
  }

  /** Under another name, too, only what can be computed again is said. */
  @Test
  void foreignSignatureOfAnotherName_isNotTakenForTheRequests() throws Exception {
    String foreign = base64(mac("HmacSHA256", "another secret", "GET"));

    assertThat(
            explained(
                "ticketevolution",
                "GET https://api.ticketevolution.com/v9/x?a=1",
                "",
                "X-Token: abc",
                "X-Sig: " + foreign))
        .contains("The request carries no signature.");
  }

  private static String signature() throws GeneralSecurityException {
    return hex(
        mac("HmacSHA256", "hooksec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", SECONDS + "." + EVENT));
  }

  private String webhook(String header, String value) throws Exception {
    return explained(
        "hooks", "POST https://app.example/webhook", EVENT, header + ": " + value, "--json");
  }

  /**
   * @param more headers, and behind them options
   */
  private String explained(String scheme, String line, String body, String... more) {
    StringBuilder message = new StringBuilder(line).append(" HTTP/1.1\n");
    boolean json = false;
    for (String one : more) {
      if (one.startsWith("--")) {
        json = true;
      } else {
        message.append(one).append('\n');
      }
    }
    message.append('\n').append(body);
    String dir = "--schemes=" + schemes;
    String now = "--at=" + ExplainRun.NOW;
    Run run =
        json
            ? ExplainRun.of(message.toString(), scheme, dir, now, "--json")
            : Run.with(
                Map.of("COLUMNS", "1000"),
                message.toString(),
                ExplainRun.arguments(scheme, dir, now));
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    return run.out();
  }

  /** Escapes as Java has them, for tables of text. */
  private static String unescaped(String text) {
    return text.translateEscapes();
  }

  private static byte[] mac(String algorithm, String secret, String text)
      throws GeneralSecurityException {
    return mac(algorithm, secret.getBytes(StandardCharsets.UTF_8), text);
  }

  private static byte[] mac(String algorithm, byte[] key, String text)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
