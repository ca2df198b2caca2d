package io.countersign.bench;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Encoding;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;

/** One request signed and verified, and the floor under both. */
final class Signing {
  private final HttpRequest request;
  private final HttpRequest signed;
  private final Signer signer;
  private final Verifier verifier;
  private final Encoding encoding;
  private final Mac mac;
  private final byte[] string;

  Signing(Sample sample) {
    request = sample.request();
    signed = sample.signed();
    signer = sample.signer();
    verifier = sample.verifier();
    encoding = sample.encoding();
    mac = sample.mac();
    string = sample.stringToSign();
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
