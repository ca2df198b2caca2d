package io.countersign.suite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which cases a run tries.
 *
 * @param only requirement ids to restrict it to; empty for all
 * @param skip requirement ids to leave out
 * @param tags whether a case with these tags is wanted; absent where all are
 */
public record Selection(
    Set<String> only, Set<String> skip, Optional<Predicate<List<String>>> tags) {
  /** Everything. */
  public static final Selection ALL = new Selection(Set.of(), Set.of(), Optional.empty());

  public Selection {
    only = Set.copyOf(only);
    skip = Set.copyOf(skip);
  }

  /** Whether a case of that requirement takes part at all. */
  public boolean includes(String requirement, List<String> caseTags) {
    return (only.isEmpty() || only.contains(requirement))
        && (tags.isEmpty() || tags.get().test(caseTags));
  }

  /** Whether a requirement of which one case takes part does so with all of them. */
  public boolean isOfWholeRequirements() {
    return tags.isEmpty();
  }

  /** Whether a run is to try all of its schemes, this requirement with the others. */
  public boolean isWhole(String requirement) {
    return only.isEmpty() && tags.isEmpty() && !skip.contains(requirement);
  }

  /** Why a case that takes part is not tried, if it is not. */
  public Optional<String> reasonToSkip(String requirement) {
    return skip.contains(requirement) ? Optional.of("left out by --skip") : Optional.empty();
  }
}
