package io.countersign.explain;

import io.countersign.scheme.Aspect;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects verifiers that deviate; each is made anew, since some remember what they saw. */
final class CheckShelf {
  private final Shelf<Supplier<LooseVerifier>> shelf = new Shelf<>(Affects.CHECK);

  void add(String id, int rank, String title, String fix, LooseVerifier verifier) {
    add(id, rank, Optional.empty(), title, fix, () -> verifier);
  }

  void add(
      String id, int rank, Aspect.Kind kind, String title, String fix, LooseVerifier verifier) {
    add(id, rank, Optional.of(kind), title, fix, () -> verifier);
  }

  void add(
      String id,
      int rank,
      Optional<Aspect.Kind> kind,
      String title,
      String fix,
      Supplier<LooseVerifier> maker) {
    shelf.add(id, rank, kind, title, fix, List.of(maker));
  }

  List<Variation<Supplier<LooseVerifier>>> toList() {
    return shelf.toList();
  }
}
