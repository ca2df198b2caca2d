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
 */
public record Explanation(List<Deviation> deviations, Optional<Octets> stringToSign) {
  static final Comparator<Explanation> COMMONEST_FIRST =
      Comparator.<Explanation>comparingInt(one -> one.deviations().size())
          .thenComparingInt(Explanation::rank)
          .thenComparing(one -> one.deviations().toString());

  public Explanation {
    deviations = List.copyOf(deviations);
  }

  /** Whether the signature was computed again, and is the one sent. */
  public boolean isReproduced() {
    return stringToSign.isPresent();
  }

  boolean has(Predicate<Deviation> which) {
    return deviations.stream().anyMatch(which);
  }

  private int rank() {
    return deviations.stream().mapToInt(Deviation::rank).sum();
  }
}
