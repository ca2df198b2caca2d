package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import java.time.Instant;
import java.util.List;

/** A hash of the body that is not held against the body, or only at times. */
final class DigestLapses {
  private static final List<Reason> OF_DIGESTS =
      List.of(Reason.SIGNATURE_MISMATCH, Reason.MISSING_SIGNATURE);

  private final RightVerifier right;
  private final SentDigest digest;
  private final CheckShelf shelf;

  private DigestLapses(RightVerifier right, SentDigest digest, CheckShelf shelf) {
    this.right = right;
    this.digest = digest;
    this.shelf = shelf;
  }

  static void addTo(CheckShelf shelf, RightVerifier right) {
    right.rules().digest().ifPresent(digest -> new DigestLapses(right, digest, shelf).add());
  }

  private void add() {
    add(
        "sent-digest-not-compared",
        1,
        "The digest that is sent is taken for that of the body, and not compared with it.",
        (credentials, request, now) ->
            isThere(request) && fits(asSent(request), credentials, request, now));
    add(
        "sent-digest-compared-if-there",
        2,
        "The digest is compared with the body where there is one, and nobody misses it.",
        (credentials, request, now) ->
            !isThere(request)
                && (fits(right.rules(), credentials, request, now)
                    || fits(asSent(request), credentials, request, now)));
    SigningRules signedAsPart = SentDigests.with(right.rules(), digest.withParts(List.of()));
    if (!signedAsPart.stringToSign().equals(right.rules().stringToSign())) {
      add(
          "sent-digest-not-read",
          3,
          "The body is hashed for the signature, and the digest that is sent may be any.",
          (credentials, request, now) -> fits(right.rules(), credentials, request, now));
    }
    if (digest.withoutBody() == SentDigest.WithoutBody.SENT) {
      add(
          "sent-digest-compared-with-bodies",
          4,
          "The digest of a request without a body is not looked at.",
          (credentials, request, now) ->
              request.body().isEmpty()
                  && (fits(right.rules(), credentials, request, now)
                      || fits(asSent(request), credentials, request, now)));
    }
  }

  /** The rules that sign the text which is there, and what stands for nothing where none is. */
  private SigningRules asSent(HttpRequest request) {
    String text = SentFields.read(right.rules(), request).value(SigningRules.DIGEST).orElse("");
    return SentDigests.with(right.rules(), digest.withParts(List.of(new Part.Text(text))));
  }

  private boolean isThere(HttpRequest request) {
    return SentFields.read(right.rules(), request).value(SigningRules.DIGEST).isPresent();
  }

  private boolean fits(
      SigningRules rules, Credentials credentials, HttpRequest request, Instant now) {
    return right.fits(Procedure.of(rules), credentials, request, now);
  }

  private void add(String id, int rank, String title, RightVerifier.Acceptance acceptance) {
    shelf.add(
        id,
        rank,
        Aspect.Kind.BODY,
        title,
        "Hash the body of each request, and refuse one that does not carry that hash.",
        right.accepting(OF_DIGESTS, acceptance));
  }
}
