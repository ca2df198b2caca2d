package io.countersign.bench;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Encoding;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;

/**
 * One request signed and verified, and the floor under both. Requests are equal and not the same,
 * as they are when they come over a wire: nothing is known again because it is the same object.
 */
final class Signing {
  private static final int COPIES = 2;

  private final HttpRequest[] requests = new HttpRequest[COPIES];
  private final HttpRequest[] signed = new HttpRequest[COPIES];
  private final Signer signer;
  private final Verifier verifier;
  private final Encoding encoding;
  private final Mac mac;
  private final byte[] string;
  private int next;

  Signing(Sample sample) {
    for (int i = 0; i < COPIES; i++) {
      requests[i] = copy(sample.request());
      signed[i] = copy(sample.signed());
    }
    signer = sample.signer();
    verifier = sample.verifier();
    encoding = sample.encoding();
    mac = sample.mac();
    string = sample.stringToSign();
  }

  private static HttpRequest copy(HttpRequest request) {
    List<Header> headers =
        request.headers().all().stream()
            .map(header -> new Header(new String(header.name()), header.value()))
            .toList();
    return new HttpRequest(
        new String(request.method()),
        RequestUrl.parse(request.url().toString()),
        new Headers(headers),
        request.body());
  }

  SignedRequest sign() {
    return signer.sign(requests[next()], Sample.NOW);
  }

  Verdict verify() {
    Verdict verdict = verifier.verify(signed[next()], Sample.NOW);
    if (verdict instanceof Verdict.Rejected) {
      throw new IllegalStateException("rejected: " + verdict);
    }
    return verdict;
  }

  private int next() {
    next = (next + 1) % COPIES;
    return next;
  }

  /**
   * What cannot be saved: the MAC of a ready string by a keyed Mac, and its encoding, both the Java
   * library's own.
   */
  String floor() {
    byte[] bytes = mac.doFinal(string);
    return encoding == Encoding.HEX
        ? HexFormat.of().formatHex(bytes)
        : Base64.getEncoder().encodeToString(bytes);
  }
}
