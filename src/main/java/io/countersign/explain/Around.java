package io.countersign.explain;

import io.countersign.scheme.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts before and behind all others, where there are others.
 *
 * @param first before them
 * @param last behind them
 */
record Around(List<Part> first, List<Part> last) implements Rewrite {
  Around {
    first = List.copyOf(first);
    last = List.copyOf(last);
  }

  @Override
  public Optional<List<Part>> apply(List<Part> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<Part> more = new ArrayList<>(first.size() + parts.size() + last.size());
    more.addAll(first);
    more.addAll(parts);
    more.addAll(last);
    return Optional.of(more);
  }
}
