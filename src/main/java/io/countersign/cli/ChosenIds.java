package io.countersign.cli;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.scheme.Schemes;
import io.countersign.steps.RequirementIds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Requirement ids as a person gave them, held against those that there are. */
final class ChosenIds {
  private final Schemes known;
  private final List<String> tried;

  /**
   * @param known every scheme there is: an id of one that is not tried is no slip
   * @param tried the ids of the schemes of the run
   */
  ChosenIds(Schemes known, List<String> tried) {
    this.known = known;
    this.tried = tried;
  }

  /**
   * @param option by which they were given
   * @throws InputException if one of them is none, or a file of a scheme is wrong
   */
  void require(String option, Collection<String> given) {
    unknown(given)
        .ifPresent(
            id -> {
              throw InputException.of(
                  option + " names '" + id + "', which is no requirement", suggestion(id));
            });
  }

  /** The first of them that is none. */
  Optional<String> unknown(Collection<String> given) {
    return given.stream().filter(id -> !exists(id)).findFirst();
  }

  /** Whether it belongs to a scheme of the run. */
  boolean isTried(String id) {
    return tried.stream().anyMatch(scheme -> id.startsWith(scheme + '/'));
  }

  boolean exists(String id) {
    return candidates(id).contains(id);
  }

  /** The id that was probably meant, or all that could be. */
  String suggestion(String id) {
    Set<String> candidates = candidates(id);
    return candidates.stream()
        .filter(candidate -> candidate.endsWith('/' + id))
        .findFirst()
        .map(candidate -> "did you mean '" + candidate + "'?")
        .orElseGet(() -> Fields.suggestion(id, candidates.toArray(String[]::new)));
  }

  /** Those of the scheme that it names, or of all that are tried where it names none. */
  private Set<String> candidates(String id) {
    int slash = id.indexOf('/');
    String scheme = slash < 0 ? "" : id.substring(0, slash);
    Set<String> ids = new TreeSet<>();
    (known.ids().contains(scheme) ? List.of(scheme) : tried)
        .forEach(each -> ids.addAll(RequirementIds.of(known.scheme(each))));
    return ids;
  }
}
