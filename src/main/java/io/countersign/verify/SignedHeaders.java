package io.countersign.verify;

import io.countersign.message.Headers;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;

/**
 * The headers that the string to sign has in it. Only the first of a name is signed, so a second
 * one would go through unsigned, and be the one that somebody behind the verifier reads.
 */
final class SignedHeaders {
  private static final String HOST = "Host";

  private final String[] names;

  SignedHeaders(SigningRules rules) {
    this.names =
        rules.covered().stream()
            .filter(
                aspect -> aspect.kind() == Aspect.Kind.HEADER || aspect.kind() == Aspect.Kind.HOST)
            .map(aspect -> aspect.kind() == Aspect.Kind.HOST ? HOST : aspect.name())
            .toArray(String[]::new);
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
