package io.countersign.steps;

import io.countersign.document.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The step that somebody may have meant whose sentence is of none. */
final class NearestStep {
  private NearestStep() {}

  /**
   * @param expressions of all steps, with their parameters in braces
   * @return the expression that shares the most words with the sentence, if those are more than it
   *     lacks; of several, the one whose other words are spelt the most like the sentence's
   */
  static Optional<String> of(String sentence, Collection<String> expressions) {
    List<String> said = words(sentence);
    return expressions.stream()
        .filter(expression -> 2 * shared(said, words(expression)) > words(expression).size())
        .max(
            Comparator.<String>comparingInt(one -> shared(said, words(one)))
                .thenComparingInt(one -> alike(said, words(one)))
                .thenComparing(one -> -words(one).size())
                .thenComparing(Comparator.reverseOrder()));
  }

  private static int shared(List<String> said, List<String> words) {
    Set<String> both = new HashSet<>(words);
    both.retainAll(said);
    return both.size();
  }

  /** How many words are slips of others. */
  private static int alike(List<String> said, List<String> words) {
    return (int)
        said.stream()
            .filter(word -> Suggestion.nearest(word, words.toArray(String[]::new)).isPresent())
            .count();
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
