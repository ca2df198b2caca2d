package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A string to sign that a signer may have made: its pieces, and the deviations that led there, the
 * last one first.
 */
final class Draft {
  private final Root root;
  private final Piece[] pieces;
  private final @Nullable Draft before;
  private final @Nullable Step step;
  private byte @Nullable [] whole;

  private Draft(Root root, Piece[] pieces, @Nullable Draft before, @Nullable Step step) {
    this.root = root;
    this.pieces = pieces;
    this.before = before;
    this.step = step;
  }

  static Draft of(Root root, List<Part> parts) {
    return new Draft(root, parts.stream().map(root::piece).toArray(Piece[]::new), null, null);
  }

  /** What a step makes of this; null where there is nothing that it changes. */
  @Nullable Draft after(Step step) {
    Rewrite rewrite = step.rewrite();
    Piece[] changed;
    if (rewrite instanceof EachPart each) {
      changed = eachAfter(step, each);
    } else {
      changed = rewrite instanceof Around around ? allWithin(around) : allAfter(rewrite);
    }
    return changed == null ? null : new Draft(root, changed, this, step);
  }

  private Piece @Nullable [] allWithin(Around around) {
    if (pieces.length == 0) {
      return null;
    }
    Piece[] first = root.pieces(around.first());
    Piece[] last = root.pieces(around.last());
    Piece[] all = new Piece[first.length + pieces.length + last.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(pieces, 0, all, first.length, pieces.length);
    System.arraycopy(last, 0, all, first.length + pieces.length, last.length);
    return all;
  }

  private Piece @Nullable [] eachAfter(Step step, EachPart rewrite) {
    Piece[] changed = null;
    for (int i = 0; i < pieces.length; i++) {
      Piece other = pieces[i].after(step, rewrite, root);
      if (other != pieces[i]) {
        changed = changed == null ? pieces.clone() : changed;
        changed[i] = other;
      }
    }
    return changed != null && rewrite.withoutEmpty() ? withoutEmpty(changed) : changed;
  }

  private static Piece[] withoutEmpty(Piece[] all) {
    List<Piece> kept = new ArrayList<>(all.length);
    for (Piece piece : all) {
      if (!piece.isEmptyText()) {
        kept.add(piece);
      }
    }
    return kept.toArray(Piece[]::new);
  }

  private Piece @Nullable [] allAfter(Rewrite rewrite) {
    List<Part> parts = new ArrayList<>(pieces.length);
    for (Piece piece : pieces) {
      parts.add(piece.part());
    }
    List<Part> others = rewrite.apply(parts).orElse(null);
    if (others == null) {
      return null;
    }
    Piece[] changed = new Piece[others.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = piece(others.get(i), i);
    }
    return changed;
  }

  /** Parts that are still the same keep their pieces. */
  private Piece piece(Part part, int likely) {
    if (likely < pieces.length && pieces[likely].part() == part) {
      return pieces[likely];
    }
    for (Piece piece : pieces) {
      if (piece.part() == part) {
        return piece;
      }
    }
    return root.piece(part);
  }

  Root root() {
    return root;
  }

  /** Whether the last deviation made no difference. */
  boolean isAsBefore() {
    if (before == null || before.pieces.length != pieces.length) {
      return false;
    }
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] != before.pieces[i] && !pieces[i].writesAs(before.pieces[i])) {
        return false;
      }
    }
    return true;
  }

  long fingerprint() {
    long print = Fingerprint.EMPTY;
    for (Piece piece : pieces) {
      print = piece.printedBehind(print);
    }
    return print;
  }

  /** Keeps the string as one, for a draft that is composed again and again. */
  void keep(OctetBuffer composed) {
    whole = Arrays.copyOf(composed.array(), composed.length());
  }

  void compose(OctetBuffer out) {
    out.clear();
    if (whole != null) {
      out.append(whole);
      return;
    }
    for (Piece piece : pieces) {
      out.append(piece.written());
    }
  }

  /** What is hashed into the string, what is hashed first before what has that hash in it. */
  List<Octets> hashed() {
    List<Octets> all = new ArrayList<>();
    for (Piece piece : pieces) {
      root.addHashed(piece.part(), all);
    }
    return all;
  }

  List<Deviation> deviations() {
    List<Deviation> all = new ArrayList<>();
    for (Draft draft = this; draft != null; draft = draft.before) {
      if (draft.step != null) {
        all.add(0, draft.step.rewrite().seen(draft.step.about(), root.message()));
      }
    }
    return all;
  }
}
