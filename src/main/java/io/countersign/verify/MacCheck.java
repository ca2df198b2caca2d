package io.countersign.verify;

import io.countersign.document.Fields;
import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.KeyedMac;
import io.countersign.signing.StringToSign;
import java.security.MessageDigest;
import java.util.List;

/** Checks a MAC, in every reading of the string to sign that the scheme leaves open. */
final class MacCheck implements ProofCheck {
  private final List<List<Part>> readings;
  private final Proof.Mac mac;
  private final Credentials credentials;
  private final KeyedMac keyed;
  private final ThreadLocal<OctetBuffer> buffers = ThreadLocal.withInitial(OctetBuffer::new);

  MacCheck(SigningRules rules, Proof.Mac mac, Credentials credentials) {
    this.readings = rules.readings();
    this.mac = mac;
    this.credentials = credentials;
    this.keyed =
        KeyedMac.of(mac.algorithm(), credentials.secret(mac.secretField()).key(mac.keyEncoding()));
  }

  @Override
  public void requireForm(SentFields sent) {
    // A MAC's form is looked at after freshness.
  }

  @Override
  public Octets require(SentFields sent, HttpRequest request, String timestamp) {
    String text =
        sent.value(SigningRules.SIGNATURE)
            .orElseThrow(
                () ->
                    new RejectedException(
                        Reason.MISSING_SIGNATURE, "the request carries no signature"));
    byte[] claimed =
        mac.encoding()
            .decode(text)
            .filter(bytes -> bytes.length == mac.algorithm().length())
            .orElseThrow(() -> malformed(text));
    SigningInput input = new SigningInput(request, credentials, timestamp);
    OctetBuffer buffer = buffers.get();
    for (List<Part> reading : readings) {
      StringToSign.compose(reading, input, buffer);
      if (MessageDigest.isEqual(keyed.compute(buffer), claimed)) {
        return buffer.toOctets();
      }
    }
    throw new RejectedException(
        Reason.SIGNATURE_MISMATCH, "the signature is not that of this request");
  }

  private RejectedException malformed(String text) {
    return new RejectedException(
        Reason.MALFORMED_SIGNATURE,
        "the signature of "
            + text.length()
            + " characters is not "
            + mac.algorithm().length()
            + " bytes in "
            + Fields.wordFor(mac.encoding()));
  }
}
