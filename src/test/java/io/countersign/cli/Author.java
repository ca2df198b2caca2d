package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody who writes a client of a scheme, and signs with the Java library alone whatever text is
 * thought to be the right one.
 */
enum Author {
  /** Of the guide's own example. */
  ACME(
      "acme-freight",
      "POST https://api.acme-freight.example/v1/parcels HTTP/1.1\n[sent]\n\n{}",
      "X-Acme-Key: ak_live_1001\nX-Acme-Time: 1411492980\nX-Acme-Signature: v1=%s",
      "HmacSHA256",
      "not-a-real-secret",
      Author::hex,
      "POST\n/v1/parcels\n\n1411492980\n{}"),
  HOSHINPLAN(
      "hoshinplan",
      "GET https://www.hoshinplan.com/companies?app_key=bb39caab63c3dd6524bcaa61ec4f3b4c"
          + "&timestamp=2014-09-23T17%3A23%3A00%2B00%3A00&[sent] HTTP/1.1\n\n",
      "signature=%s",
      "HmacSHA256",
      "countersign-example-secret-of-hoshinplan",
      bytes -> URLEncoder.encode(base64(bytes), StandardCharsets.UTF_8),
      "/companies?app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00"),
  RMTRACK(
      "rmtrack",
      "GET https://www.rmtrack.com/a HTTP/1.1\nx-rmtrack-date: Tue, 23 Sep 2014 17:23:00 GMT\n"
          + "[sent]\n\n",
      "Authorization: RMT countersign-access-key:%s",
      "HmacSHA1",
      "countersign-example-secret-of-rmtrack",
      Author::base64,
      "GET\n/a\nTue, 23 Sep 2014 17:23:00 GMT\n"),
  /** Of a webhook of the common kind. */
  STRIPE(
      "stripe",
      "POST https://app.example/webhook HTTP/1.1\n[sent]\n\n{\"id\":1}",
      "Stripe-Signature: t=1411492980,v1=%s",
      "HmacSHA256",
      "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      Author::hex,
      "1411492980.{\"id\":1}"),
  TICKETEVOLUTION(
      "ticketevolution",
      "GET https://api.ticketevolution.com/v9/x?a=1 HTTP/1.1\n[sent]\n\n",
      "X-Token: abc\nX-Signature: %s",
      "HmacSHA256",
      "xyz",
      Author::base64,
      "GET api.ticketevolution.com/v9/x?a=1"),
  TICKETMATIC(
      "ticketmatic",
      "GET https://apps.ticketmatic.com/a HTTP/1.1\n[sent]\n\n",
      "Authorization: TM-HMAC-SHA256 key=242dda885ec6024f934a40c0 ts=2014-09-23T17:23:00 sign=%s",
      "HmacSHA256",
      "countersign-example-secret-of-ticketmatic",
      Author::hex,
      "242dda885ec6024f934a40c0countersign2014-09-23T17:23:00");

  private final String scheme;
  private final String message;
  private final String sent;
  private final String algorithm;
  private final String secret;
  private final Function<byte[], String> encoding;
  private final String right;

  /**
   * @param message in which the carriers of the signature are {@code [sent]}
   * @param sent those carriers as they are due, with the signature as {@code %s}
   * @param right what is to be signed
   */
  Author(
      String scheme,
      String message,
      String sent,
      String algorithm,
      String secret,
      Function<byte[], String> encoding,
      String right) {
    this.scheme = scheme;
    this.message = message;
    this.sent = sent;
    this.algorithm = algorithm;
    this.secret = secret;
    this.encoding = encoding;
    this.right = right;
  }

  /** The right signature. */
  String signature() {
    return signature(right);
  }

  /** The signature over that text. */
  String signature(String text) {
    return encoding.apply(mac(secret.getBytes(StandardCharsets.UTF_8), text));
  }

  /** The right one but for its key. */
  String signatureBy(byte[] key) {
    return encoding.apply(mac(key, right));
  }

  /** The MAC of that text, in hexadecimal whatever the scheme asks for. */
  String hexadecimal(String text) {
    return hex(mac(secret.getBytes(StandardCharsets.UTF_8), text));
  }

  /** A call with that signature, sent as it is due. */
  String call(String signature) {
    return sending(sent, signature);
  }

  /** A call with that signature in other headers, or in another parameter. */
  String sending(String carriers, String signature) {
    return message.replace("[sent]", carriers.replace("%s", signature));
  }

  /** {@code explain} of a call, on wide paper. */
  Run explain(String call, Path schemes, String... options) {
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--schemes=" + schemes;
    return Run.with(Map.of("COLUMNS", "1000"), call, ExplainRun.arguments(scheme, all));
  }

  /** What {@code explain --json} says of a call that is rejected. */
  String explained(String call) {
    Run run = explain(call, TestSchemes.further(), "--json");
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    return run.out();
  }

  private byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
