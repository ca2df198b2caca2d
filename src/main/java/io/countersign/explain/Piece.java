package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What a part writes for one request, computed once, and what becomes of it when a deviation
 * rewrites it.
 */
final class Piece {
  private final byte[] written;
  private final Map<Part.Rewritten.Writer, Piece> rewritten = new IdentityHashMap<>(4);

  Piece(Part part, SigningInput input) {
    OctetBuffer buffer = new OctetBuffer();
    part.appendTo(buffer, input);
    this.written = buffer.toOctets().toBytes();
  }

  byte[] written() {
    return written;
  }

  /** The piece of this piece's part in that wrapping. */
  Piece rewritten(Part.Rewritten part, SigningInput input) {
    return rewritten.computeIfAbsent(part.writer(), writer -> new Piece(part, input));
  }
}
