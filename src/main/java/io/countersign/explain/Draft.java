package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A string to sign that a signer may have made: parts with what each writes, and the deviations
 * that led there, the last one first.
 */
final class Draft {
  private final Root root;
  private final List<Part> parts;
  private final byte[][] written;
  private final @Nullable Draft before;
  private final @Nullable Deviation deviation;

  private Draft(
      Root root,
      List<Part> parts,
      byte[][] written,
      @Nullable Draft before,
      @Nullable Deviation deviation) {
    this.root = root;
    this.parts = parts;
    this.written = written;
    this.before = before;
    this.deviation = deviation;
  }

  static Draft of(Root root, List<Part> parts) {
    byte[][] written = new byte[parts.size()][];
    for (int i = 0; i < written.length; i++) {
      written[i] = root.written(parts.get(i));
    }
    return new Draft(root, parts, written, null, null);
  }

  /** What the parts that are still the same write is taken over. */
  Draft changed(List<Part> others, Deviation by) {
    byte[][] all = new byte[others.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = written(others.get(i), i);
    }
    return new Draft(root, others, all, this, by);
  }

  private byte[] written(Part part, int likely) {
    if (likely < written.length && parts.get(likely) == part) {
      return written[likely];
    }
    for (int i = 0; i < written.length; i++) {
      if (parts.get(i) == part) {
        return written[i];
      }
    }
    return root.written(part);
  }

  Root root() {
    return root;
  }

  List<Part> parts() {
    return parts;
  }

  /** Whether the last deviation made no difference. */
  boolean isAsBefore() {
    if (before == null || before.written.length != written.length) {
      return false;
    }
    for (int i = 0; i < written.length; i++) {
      if (written[i] != before.written[i] && !Arrays.equals(written[i], before.written[i])) {
        return false;
      }
    }
    return true;
  }

  void compose(OctetBuffer out) {
    out.clear();
    for (byte[] piece : written) {
      out.append(piece);
    }
  }

  List<Deviation> deviations() {
    List<Deviation> all = new ArrayList<>();
    for (Draft draft = this; draft != null; draft = draft.before) {
      if (draft.deviation != null) {
        all.add(0, draft.deviation);
      }
    }
    return all;
  }
}
