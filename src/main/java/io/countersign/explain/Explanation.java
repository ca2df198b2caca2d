package io.countersign.explain;

import io.countersign.message.Octets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why a request is rejected.
 *
 * @param deviations what its signer did, all of it
 * @param stringToSign what it signed: with the deviations it reproduces the signature that the
 *     request carries. Absent where the request itself shows what is missing, and nothing can be
 *     reproduced; empty where the proof is a password
 * @param hashed what it hashed into that string, what is hashed first before what has that hash in
 *     it; empty where the scheme hashes nothing, or its signer did otherwise
 */
public record Explanation(
    List<Deviation> deviations, Optional<Octets> stringToSign, List<Octets> hashed) {
  static final Comparator<Explanation> COMMONEST_FIRST =
      Comparator.<Explanation>comparingInt(one -> one.deviations().size())
          .thenComparingInt(Explanation::rank)
          .thenComparing(one -> one.deviations().toString());

  public Explanation {
    deviations = List.copyOf(deviations);
    hashed = List.copyOf(hashed);
  }

  boolean has(Predicate<Deviation> which) {
    return deviations.stream().anyMatch(which);
  }

  private int rank() {
    return deviations.stream().mapToInt(Deviation::rank).sum();
  }
}
