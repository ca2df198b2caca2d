package io.countersign.explain;

import io.countersign.scheme.Aspect;
import java.util.Comparator;
import java.util.Optional;

/**
 * A way in which implementations get a scheme wrong.
 *
 * @param id stable, in kebab-case
 * @param affects which step of signing or verifying
 * @param aspect what of the request it is about, where it is about one
 * @param rank how common it is; the smaller, the more common
 * @param title what was done, one sentence
 * @param fix what to do instead, one sentence
 */
public record Deviation(
    String id, Affects affects, Optional<Aspect.Kind> aspect, int rank, String title, String fix) {

  static final Comparator<Deviation> COMMONEST_FIRST =
      Comparator.comparingInt(Deviation::rank).thenComparing(Deviation::id);

  /** The same deviation, as it was seen in one request. */
  Deviation seenAs(String otherTitle) {
    return new Deviation(id, affects, aspect, rank, otherTitle, fix);
  }

  @Override
  public String toString() {
    return id;
  }
}
