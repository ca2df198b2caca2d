package io.countersign.explain;

import io.countersign.scheme.Aspect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the deviations of one kind, in the order in which they are applied. */
final class Shelf<T> {
  private final Affects affects;
  private final List<Variation<T>> variations = new ArrayList<>();

  Shelf(Affects affects) {
    this.affects = affects;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final Shelf<T> add(
      String id, int rank, Aspect.Kind aspect, String title, String fix, T... forms) {
    return add(id, rank, Optional.of(aspect), title, fix, List.of(forms));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final Shelf<T> add(String id, int rank, String title, String fix, T... forms) {
    return add(id, rank, Optional.empty(), title, fix, List.of(forms));
  }

  Shelf<T> add(
      String id, int rank, Optional<Aspect.Kind> aspect, String title, String fix, List<T> forms) {
    variations.add(new Variation<>(new Deviation(id, affects, aspect, rank, title, fix), forms));
    return this;
  }

  Shelf<T> addAll(Shelf<T> others) {
    variations.addAll(others.variations);
    return this;
  }

  List<Variation<T>> toList() {
    return List.copyOf(variations);
  }
}
