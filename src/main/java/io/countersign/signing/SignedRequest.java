package io.countersign.signing;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;

/**
 * What a signer made.
 *
 * @param request as it is to be sent
 * @param stringToSign the bytes that were signed; empty where the proof is a password
 * @param proof the bytes of the signature's text
 */
public record SignedRequest(HttpRequest request, Octets stringToSign, Octets proof) {
  /** The text that proves possession of the secret, before any percent-encoding. */
  public String signature() {
    return proof.text();
  }

  /** The request alone: of some schemes the proof is the secret itself. */
  @Override
  public String toString() {
    return request.toString();
  }
}
