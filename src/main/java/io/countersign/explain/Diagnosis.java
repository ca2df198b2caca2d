package io.countersign.explain;

import io.countersign.message.Octets;
import io.countersign.verify.Reason;
import java.util.List;
import java.util.Optional;

/** What there is to say of a signed request. */
public sealed interface Diagnosis {
  /**
   * It is right.
   *
   * @param stringToSign that its signature fits
   */
  record Accepted(Octets stringToSign) implements Diagnosis {}

  /**
   * It is rejected.
   *
   * @param reason the verifier's
   * @param detail what was found, in words
   * @param expected the string to sign that this request should have been signed over; absent where
   *     the proof is a password
   * @param expectedDay the day that its key should be derived for; empty where the scheme has none
   * @param expectedHashed what should have been hashed into that string, as of an explanation
   * @param explanations all of the least number of deviations, the most common first; none where no
   *     deviation reproduces the signature: then the secret itself is the likely cause
   * @param searched how far the search went
   */
  record Rejected(
      Reason reason,
      String detail,
      Optional<Octets> expected,
      String expectedDay,
      List<Octets> expectedHashed,
      List<Explanation> explanations,
      Searched searched)
      implements Diagnosis {
    public Rejected {
      expectedHashed = List.copyOf(expectedHashed);
      explanations = List.copyOf(explanations);
    }
  }
}
