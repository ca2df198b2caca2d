package io.countersign.bench;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Encoding;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.io.IOException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacUtils;
import org.tomitribe.auth.signatures.Signature;

/** One request signed and verified, and what others do for the same or something like it. */
final class Signing {
  private final HttpRequest request;
  private final HttpRequest signed;
  private final Signer signer;
  private final Verifier verifier;
  private final Encoding encoding;
  private final Mac mac;
  private final HmacUtils hmac;
  private final byte[] string;
  private final org.tomitribe.auth.signatures.Signer draft;
  private final Map<String, String> headers;

  Signing(String name) {
    Sample sample = new Sample(name);
    request = sample.request();
    signed = sample.signed();
    signer = sample.signer();
    verifier = sample.verifier();
    encoding = sample.encoding();
    mac = sample.mac();
    hmac = new HmacUtils(sample.algorithm(), sample.key());
    string = sample.stringToSign();
    headers = Map.of("Host", request.host(), "Date", "Wed, 04 Dec 2024 14:55:06 GMT");
    draft =
        new org.tomitribe.auth.signatures.Signer(
            new SecretKeySpec(sample.key(), "HmacSHA256"),
            new Signature("key", "hmac-sha256", null, "(request-target)", "host", "date"));
  }

  SignedRequest sign() {
    return signer.sign(request, Sample.NOW);
  }

  Verdict verify() {
    Verdict verdict = verifier.verify(signed, Sample.NOW);
    if (verdict instanceof Verdict.Rejected) {
      throw new IllegalStateException("rejected: " + verdict);
    }
    return verdict;
  }

  /** What cannot be saved: the MAC of a ready string by a keyed Mac, and its encoding. */
  String floor() {
    return encoding.encode(mac.doFinal(string));
  }

  /** The same by Commons Codec, which keys a Mac for each. */
  String commonsCodec() {
    byte[] bytes = hmac.hmac(string);
    return encoding == Encoding.HEX ? Hex.encodeHexString(bytes) : Base64.encodeBase64String(bytes);
  }

  /** Another scheme of like size, of the draft "Signing HTTP Messages", by its usual library. */
  Signature tomitribe() {
    try {
      return draft.sign(request.method(), request.target(), headers);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
