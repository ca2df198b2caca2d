package io.countersign.verify;

import io.countersign.message.Headers;
import io.countersign.scheme.SigningRules;

/**
 * The headers that the string to sign has in it. Only the first of a name is signed, so a second
 * one would go through unsigned, and be the one that somebody behind the verifier reads.
 */
final class SignedHeaders {
  private final String[] names;

  SignedHeaders(SigningRules rules) {
    this.names = rules.signedHeaders().toArray(new String[0]);
  }

  /**
   * @throws RejectedException if one of them is there more than once
   */
  void requireOnce(Headers headers) {
    for (String name : names) {
      if (headers.repeats(name)) {
        throw Carrier.repeated("the header " + name, headers.values(name).size());
      }
    }
  }
}
