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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;

/**
 * Requests signed and verified, and the floor under both. No two of them are the same object, as it
 * is when they come over a wire: nothing is known again for being one.
 */
final class Signing {
  private static final int COPIES = 2;

  /** More than a processor learns to foresee. */
  private static final int DIFFERENT = 1_024;

  private final HttpRequest[] requests;
  private final HttpRequest[] signed;
  private final byte[][] strings;
  private final Signer signer;
  private final Verifier verifier;
  private final Encoding encoding;
  private final Mac mac;
  private int next;

  private Signing(Sample sample, List<HttpRequest> requests) {
    signer = sample.signer();
    verifier = sample.verifier();
    encoding = sample.encoding();
    mac = sample.mac();
    this.requests = requests.stream().map(Signing::copy).toArray(HttpRequest[]::new);
    List<SignedRequest> all =
        requests.stream().map(request -> signer.sign(request, Sample.NOW)).toList();
    signed = all.stream().map(one -> copy(one.request())).toArray(HttpRequest[]::new);
    strings = all.stream().map(one -> one.stringToSign().toBytes()).toArray(byte[][]::new);
  }

  /** One request again and again. */
  static Signing ofOne(Sample sample) {
    return new Signing(sample, Collections.nCopies(COPIES, sample.request()));
  }

  /** A request of another resource each time, all of one second. */
  static Signing ofDifferent(Sample sample) {
    return new Signing(sample, IntStream.range(0, DIFFERENT).mapToObj(sample::request).toList());
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
    next = next + 1 < requests.length ? next + 1 : 0;
    return next;
  }

  /**
   * What cannot be saved: the MAC of a ready string by a keyed Mac, and its encoding, both the Java
   * library's own.
   */
  String floor() {
    byte[] bytes = mac.doFinal(strings[next()]);
    return encoding == Encoding.HEX
        ? HexFormat.of().formatHex(bytes)
        : Base64.getEncoder().encodeToString(bytes);
  }
}
