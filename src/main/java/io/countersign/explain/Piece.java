package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part with what it writes for one request, computed once, and what becomes of it when a
 * deviation rewrites it.
 */
final class Piece {
  private final Part part;
  private final Octets octets;
  private final byte[] written;
  private final long print;
  private final long shift;
  private final boolean isEmptyText;
  private final Map<Part.Rewritten.Writer, Piece> rewritten = new IdentityHashMap<>(2);
  private @Nullable Piece @Nullable [] next;

  private Piece(Part part, Octets octets) {
    this.part = part;
    this.octets = octets;
    this.written = octets.toBytes();
    this.print = Fingerprint.of(written);
    this.shift = Fingerprint.shift(written.length);
    this.isEmptyText = EachPart.isEmptyText(part);
  }

  /** A part that writes the same as another piece. */
  private Piece(Part part, Piece same) {
    this.part = part;
    this.octets = same.octets;
    this.written = same.written;
    this.print = same.print;
    this.shift = same.shift;
    this.isEmptyText = EachPart.isEmptyText(part);
  }

  static Piece of(Part part, SigningInput input) {
    OctetBuffer buffer = new OctetBuffer();
    part.appendTo(buffer, input);
    return of(part, buffer);
  }

  /** A part that has been written already. */
  static Piece of(Part part, OctetBuffer written) {
    return new Piece(part, written.toOctets());
  }

  Part part() {
    return part;
  }

  byte[] written() {
    return written;
  }

  boolean isEmptyText() {
    return isEmptyText;
  }

  boolean writesAs(Piece other) {
    return written == other.written
        || print == other.print && Arrays.equals(written, other.written);
  }

  /** The fingerprint of a string with this piece behind it. */
  long printedBehind(long before) {
    return before * shift + print;
  }

  /** This piece after a step that changes each part; itself where it is left alone. */
  Piece after(Step step, EachPart rewrite, Root root) {
    @Nullable Piece[] all = next;
    if (all == null) {
      all = new @Nullable Piece[step.count()];
      next = all;
    }
    Piece known = all[step.index()];
    if (known == null) {
      Part other = rewrite.change().apply(part);
      known = other == part ? this : root.piece(other);
      all[step.index()] = known;
    }
    return known;
  }

  /** The piece of this piece's part in that wrapping. */
  Piece rewritten(Part.Rewritten wrapping, Pieces pieces) {
    Piece known = rewritten.get(wrapping.writer());
    if (known == null) {
      known = wrapped(wrapping, pieces);
      rewritten.put(wrapping.writer(), known);
    }
    return known;
  }

  private Piece wrapped(Part.Rewritten wrapping, Pieces pieces) {
    if (wrapping.writer() instanceof Changing changing) {
      Octets changed = changing.change(octets, pieces.input());
      return changed == octets ? new Piece(wrapping, this) : new Piece(wrapping, changed);
    }
    return wrapping.writer() instanceof Seeing seeing
        ? new Piece(wrapping, pieces.seenBy(seeing).piece(wrapping.part()))
        : of(wrapping, pieces.input());
  }
}
