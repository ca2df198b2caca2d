package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One choice of key, MAC and encoding, through which strings to sign are sent: the deviations of
 * that choice, and the test whether a string gives the signature that was sent.
 */
final class Lane {
  private final List<Deviation> deviations;
  private final Supplier<MacFunction> source;
  private final Claim claim;
  private @Nullable MacFunction mac;

  Lane(List<Deviation> deviations, Supplier<MacFunction> source, Claim claim) {
    this.deviations = deviations;
    this.source = source;
    this.claim = claim;
  }

  List<Deviation> deviations() {
    return deviations;
  }

  int rank() {
    return deviations.stream().mapToInt(Deviation::rank).sum();
  }

  boolean reproduces(OctetBuffer stringToSign) {
    MacFunction function = mac;
    if (function == null) {
      function = source.get();
      mac = function;
    }
    return claim.fits().test(function.compute(stringToSign));
  }
}
