package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import org.jspecify.annotations.Nullable;

/**
 * The hash of the body that a request carries. A signature covers it as it is sent, and so the body
 * only by its being that of the body.
 */
final class DigestCheck {
  private final SentDigest digest;
  private final Credentials credentials;
  private final int index;

  private DigestCheck(SentDigest digest, Credentials credentials, int index) {
    this.digest = digest;
    this.credentials = credentials;
    this.index = index;
  }

  /** Null where the scheme sends none. */
  static @Nullable DigestCheck of(SigningRules rules, FieldReader reader, Credentials credentials) {
    SentDigest digest = rules.digest().orElse(null);
    return digest == null
        ? null
        : new DigestCheck(digest, credentials, reader.index(SigningRules.DIGEST));
  }

  /**
   * @throws RejectedException if there is none, and there has to be
   */
  void requireThere(SentFields sent, HttpRequest request) {
    if (!sent.has(index) && !digest.of(request, credentials).isEmpty()) {
      throw new RejectedException(
          Reason.MISSING_SIGNATURE, "the request carries no digest of its body");
    }
  }

  /**
   * @throws RejectedException if what is there is not the hash of the body
   */
  void require(SentFields sent, HttpRequest request) {
    Octets due = digest.of(request, credentials);
    if (due.isEmpty() ? sent.has(index) : !sent.isInConstantTime(index, due)) {
      throw new RejectedException(
          Reason.SIGNATURE_MISMATCH,
          due.isEmpty()
              ? "the request carries a digest, and has no body"
              : "the digest that it carries is not that of its body");
    }
  }
}
