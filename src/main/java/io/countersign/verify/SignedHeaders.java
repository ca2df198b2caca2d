package io.countersign.verify;

import io.countersign.message.Headers;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers that the string to sign has in it. Only the first of a name is signed, so a second
 * one would go through unsigned, and be the one that somebody behind the verifier reads.
 */
final class SignedHeaders {
  private final String[] names;

  SignedHeaders(SigningRules rules) {
    List<String> signed = new ArrayList<>();
    for (Part part : rules.stringToSign()) {
      signed.addAll(part.headers());
    }
    this.names = signed.toArray(new String[0]);
  }

  /**
   * @throws RejectedException if one of them is there more than once
   */
  void requireOnce(Headers headers) {
    for (String name : names) {
      int first = headers.next(name, 0);
      if (first >= 0 && headers.next(name, first + 1) >= 0) {
        throw Carrier.repeated("the header " + name, headers.values(name).size());
      }
    }
  }
}
