package io.countersign.explain;

import io.countersign.message.Octets;
import java.util.List;
import java.util.Optional;

/**
 * What was signed, and what should have been. Where a scheme hashes something into its string to
 * sign, two hashes tell nothing, and what was hashed does.
 *
 * @param signed what its signer signed or hashed
 * @param expected what it should have signed or hashed
 * @param isHashed whether these were hashed, and are not the strings to sign themselves
 */
public record Difference(Octets signed, Octets expected, boolean isHashed) {

  /** Of an explanation; nothing where it reproduces no string, or none was expected. */
  public static Optional<Difference> of(Explanation explanation, Diagnosis.Rejected rejected) {
    if (explanation.stringToSign().isEmpty() || rejected.expected().isEmpty()) {
      return Optional.empty();
    }
    Octets signed = explanation.stringToSign().get();
    Octets expected = rejected.expected().get();
    return Optional.of(
        hashed(explanation.hashed(), rejected.expectedHashed())
            .filter(one -> !signed.equals(expected))
            .orElseGet(() -> new Difference(signed, expected, false)));
  }

  /** The first that differ: what is hashed into something else stands before it. */
  private static Optional<Difference> hashed(List<Octets> signed, List<Octets> expected) {
    for (int i = 0; i < signed.size() && signed.size() == expected.size(); i++) {
      if (!signed.get(i).equals(expected.get(i))) {
        return Optional.of(new Difference(signed.get(i), expected.get(i), true));
      }
    }
    return Optional.empty();
  }

  public boolean isNone() {
    return signed.equals(expected);
  }
}
