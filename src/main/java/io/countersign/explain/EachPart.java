package io.countersign.explain;

import io.countersign.scheme.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change of parts one by one, each without regard to the others: what becomes of a part that many
 * strings to sign share need be found out only once.
 *
 * @param change gives the same object for a part that it does not change
 * @param withoutEmpty whether fixed text that is empty goes, once something was changed
 */
record EachPart(UnaryOperator<Part> change, boolean withoutEmpty) implements Rewrite {
  private static final Part EMPTY = new Part.Text("");

  @Override
  public Optional<List<Part>> apply(List<Part> parts) {
    List<Part> changed = null;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Part other = change.apply(part);
      if (other != part) {
        changed = changed == null ? new ArrayList<>(parts) : changed;
        changed.set(i, other);
      }
    }
    if (changed != null && withoutEmpty) {
      changed.removeIf(EachPart::isEmptyText);
    }
    return Optional.ofNullable(changed);
  }

  static boolean isEmptyText(Part part) {
    return Rewrite.core(part).equals(EMPTY);
  }
}
