package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What a part writes for one request, computed once, and what becomes of it when a deviation
 * rewrites it.
 */
final class Piece {
  private final Octets octets;
  private final byte[] written;
  private final Map<Part.Rewritten.Writer, Piece> rewritten = new IdentityHashMap<>(4);

  private Piece(Octets octets) {
    this.octets = octets;
    this.written = octets.toBytes();
  }

  static Piece of(Part part, SigningInput input) {
    OctetBuffer buffer = new OctetBuffer();
    part.appendTo(buffer, input);
    return new Piece(buffer.toOctets());
  }

  byte[] written() {
    return written;
  }

  /** The piece of this piece's part in that wrapping. */
  Piece rewritten(Part.Rewritten part, SigningInput input) {
    Piece known = rewritten.get(part.writer());
    if (known == null) {
      known =
          part.writer() instanceof Changing changing
              ? new Piece(changing.change(octets, input))
              : of(part, input);
      rewritten.put(part.writer(), known);
    }
    return known;
  }
}
