package io.countersign.vector;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import java.time.Instant;
import java.util.List;

/**
 * One test vector.
 *
 * @param id its name in its file
 * @param scheme under which
 * @param profile under which truth
 * @param credentials whose
 * @param time the clock of signer or verifier
 * @param request to sign, or as it was sent
 * @param expectation what must come of it
 */
public record TestVector(
    String id,
    Scheme scheme,
    Profile profile,
    Credentials credentials,
    Instant time,
    HttpRequest request,
    Expectation expectation) {

  /**
   * Runs the vector through the reference signer or verifier.
   *
   * @return what came out otherwise, without any secret; nothing where the vector passes
   */
  public List<Mismatch> check() {
    return check(new Party(new Plans(scheme, profile), List.of(), credentials));
  }

  /** The same by a signer or verifier of these credentials that is there already. */
  List<Mismatch> check(Party party) {
    List<Mismatch> mismatches = expectation.compare(this, party);
    if (mismatches.isEmpty()) {
      return mismatches;
    }
    Redactor redactor = Redactor.of(List.of(credentials));
    return mismatches.stream().map(mismatch -> mismatch.redacted(redactor)).toList();
  }
}
