package io.countersign.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What somebody may have meant who wrote a word that is not known. */
public final class Suggestion {
  private Suggestion() {}

  /** What to say of a word that is not known: the one it resembles, or all there are. */
  public static String of(String word, String... known) {
    return nearest(word, known)
        .map(candidate -> "did you mean '" + candidate + "'?")
        .orElseGet(() -> "one of " + String.join(", ", new TreeSet<>(Arrays.asList(known))));
  }

  /** The known word that one resembles, if it resembles any. */
  public static Optional<String> nearest(String word, String... known) {
    return Arrays.stream(known)
        .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
        .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
  }

  /** Levenshtein distance, with letters alike in either case. */
  private static int distance(String word, String candidate) {
    String a = word.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
