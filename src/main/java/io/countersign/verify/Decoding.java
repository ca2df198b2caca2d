package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.List;

/** What the raw text of a parameter stands for. */
@FunctionalInterface
interface Decoding {
  Octets of(Octets raw);

  static Decoding of(Placement.InQuery query) {
    if (query.read() == Placement.Escaping.RAW) {
      return raw -> raw;
    }
    boolean isTimestamp = query.value().fields().equals(List.of(SigningRules.TIMESTAMP));
    return isTimestamp ? new OfTimestamp() : Percent::decode;
  }

  /** Remembers the last timestamp: many requests of one second carry the same. */
  final class OfTimestamp implements Decoding {
    private volatile Decoded last = new Decoded(Octets.EMPTY, Octets.EMPTY);

    private record Decoded(Octets raw, Octets text) {}

    @Override
    public Octets of(Octets raw) {
      Decoded decoded = last;
      if (!decoded.raw().equals(raw)) {
        // A copy, so that what is remembered is not the whole request.
        Octets copy = Octets.of(raw.toBytes());
        decoded = new Decoded(copy, Percent.decode(copy));
        last = decoded;
      }
      return decoded.text();
    }
  }
}
