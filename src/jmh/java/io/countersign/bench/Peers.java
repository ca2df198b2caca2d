package io.countersign.bench;

import com.standardwebhooks.Webhook;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Encoding;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacUtils;
import org.tomitribe.auth.signatures.Signature;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What a Java developer would reach for, on an equal message: the same method and URL where the
 * library signs them, else a string to sign of the same length. Each signs by the scheme that it
 * knows; only Commons Codec, which is given the finished string, computes the very MAC.
 */
final class Peers {
  private static final String KEY_ID = "AKIDEXAMPLE";
  private static final String MESSAGE_ID = "msg_1";

  private final String method;
  private final String target;
  private final Encoding encoding;
  private final byte[] string;
  private final HmacUtils hmac;
  private final String mac;
  private final Map<String, String> headers;
  private final org.tomitribe.auth.signatures.Signer tomitribe;
  private final org.tomitribe.auth.signatures.Verifier tomitribeVerifier;
  private final AwsV4HttpSigner aws = AwsV4HttpSigner.create();
  private final SignRequest<AwsCredentialsIdentity> awsRequest;
  private final Webhook webhook;
  private final long webhookTime = System.currentTimeMillis() / 1000;
  private final String webhookPayload;
  private final Map<String, List<String>> webhookHeaders;

  Peers(Sample sample) {
    HttpRequest request = sample.request();
    method = request.method();
    target = request.target();
    encoding = sample.encoding();
    string = sample.stringToSign();
    hmac = new HmacUtils(sample.algorithm(), sample.key());
    mac = commonsCodecSigns();
    headers = Map.of("Host", request.host(), "Date", "Wed, 04 Dec 2024 14:55:06 GMT");
    SecretKeySpec key = new SecretKeySpec(sample.key(), "HmacSHA256");
    tomitribe =
        new org.tomitribe.auth.signatures.Signer(
            key, new Signature("key", "hmac-sha256", null, "(request-target)", "host", "date"));
    tomitribeVerifier = new org.tomitribe.auth.signatures.Verifier(key, tomitribeSigns());
    awsRequest =
        SignRequest.builder(AwsCredentialsIdentity.create(KEY_ID, "an example secret of forty bytes"))
            .request(
                SdkHttpRequest.builder()
                    .method(SdkHttpMethod.fromValue(method))
                    .uri(URI.create(request.url().toString()))
                    .build())
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
            .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(Sample.NOW, ZoneOffset.UTC))
            .build();
    try {
      webhook = new Webhook(sample.key());
    } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
      throw new IllegalStateException(e);
    }
    int framing = (MESSAGE_ID + "." + webhookTime + ".").length();
    webhookPayload = "x".repeat(Math.max(1, string.length - framing));
    webhookHeaders =
        Map.of(
            "webhook-id",
            List.of(MESSAGE_ID),
            "webhook-timestamp",
            List.of(Long.toString(webhookTime)),
            "webhook-signature",
            List.of(standardWebhooksSigns()));
  }

  /** The finished string's MAC and its text. */
  String commonsCodecSigns() {
    byte[] bytes = hmac.hmac(string);
    return encoding == Encoding.HEX ? Hex.encodeHexString(bytes) : Base64.encodeBase64String(bytes);
  }

  boolean commonsCodecVerifies() {
    return commonsCodecSigns().equals(mac);
  }

  /** The draft "Signing HTTP Messages", over request target, host and date. */
  Signature tomitribeSigns() {
    try {
      return tomitribe.sign(method, target, headers);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean tomitribeVerifies() {
    try {
      return tomitribeVerifier.verify(method, target, headers);
    } catch (java.io.IOException | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signature Version 4, which also hashes a canonical request; there is no verifier. */
  Object awsSigns() {
    return aws.sign(awsRequest);
  }

  /** Standard Webhooks, over an id, a time and a payload that makes the string as long. */
  String standardWebhooksSigns() {
    try {
      return webhook.sign(MESSAGE_ID, webhookTime, webhookPayload);
    } catch (com.standardwebhooks.exceptions.WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The library throws where the signature is not right. */
  boolean standardWebhooksVerifies() {
    try {
      webhook.verify(webhookPayload, webhookHeaders);
      return true;
    } catch (com.standardwebhooks.exceptions.WebhookVerificationException e) {
      throw new IllegalStateException(e);
    }
  }
}
