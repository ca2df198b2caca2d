package io.countersign.suite;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.document.Node;
import io.countersign.document.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** By which deviations requirements say that they are broken. */
final class BreakingDeviations {
  /** Stars alone would be all. */
  private static final String ID = "(?=.*[a-z0-9])[a-z0-9*]+(-[a-z0-9*]+)*";

  private static final char ANY = '*';

  private final Map<String, Entry> byPattern = new HashMap<>();

  /**
   * @param pattern an id, or one in which stars stand for any letters
   */
  private record Entry(String pattern, Mark mark, Requirement requirement) {
    boolean matches(String deviation) {
      return deviation.matches(pattern.replace("*", ".*"));
    }

    boolean isId() {
      return pattern.indexOf(ANY) < 0;
    }
  }

  void add(Node node, Requirement requirement) {
    String pattern = Fields.textOf(node, "broken-by");
    if (!pattern.matches(ID)) {
      throw InputException.at(
          node.mark(),
          "'" + pattern + "' is no id of a deviation",
          "write one as selftest prints it, with * for any letters");
    }
    Entry before = byPattern.put(pattern, new Entry(pattern, node.mark(), requirement));
    if (before != null) {
      throw InputException.at(
          node.mark(),
          "'" + pattern + "' breaks " + before.requirement().id() + " already",
          "leave it where it fits better");
    }
  }

  /** Whose pattern says the most of the id; the id itself says all. */
  Optional<Requirement> find(String deviation) {
    return byPattern.values().stream()
        .filter(one -> one.matches(deviation))
        .max(
            Comparator.comparing(Entry::isId)
                .thenComparing(one -> one.pattern().length())
                .thenComparing(Entry::pattern))
        .map(Entry::requirement);
  }

  void require(Collection<String> known) {
    for (Entry entry : byPattern.values()) {
      if (known.stream().noneMatch(entry::matches)) {
        throw InputException.at(
            entry.mark(),
            "the scheme has no deviation '" + entry.pattern() + "'",
            Suggestion.nearest(entry.pattern(), known.toArray(String[]::new))
                .map(near -> "did you mean '" + near + "'?")
                .orElse("'countersign selftest --json' lists them"));
      }
    }
  }
}
