package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.document.Suggestion;
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

  /** The id that was probably meant, or where they are listed: they are too many for a line. */
  String suggestion(String id) {
    int slash = id.indexOf('/');
    String word = id.substring(slash + 1);
    List<String> near = slash < 0 ? tried : near(id.substring(0, slash));
    for (String scheme : near) {
      Optional<String> meant = Suggestion.nearest(word, words(scheme));
      if (meant.isPresent()) {
        return "did you mean '" + scheme + "/" + meant.get() + "'?";
      }
    }
    return "countersign schemes show "
        + (near.size() == 1 ? near.get(0) : "SCHEME")
        + " lists them";
  }

  /** The scheme of that name, or the one that it resembles. */
  private List<String> near(String scheme) {
    List<String> ids = known.ids();
    return ids.contains(scheme)
        ? List.of(scheme)
        : Suggestion.nearest(scheme, ids.toArray(String[]::new)).stream().toList();
  }

  /** Its ids without its own. */
  private String[] words(String scheme) {
    return RequirementIds.of(known.scheme(scheme)).stream()
        .map(id -> id.substring(id.indexOf('/') + 1))
        .toArray(String[]::new);
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
