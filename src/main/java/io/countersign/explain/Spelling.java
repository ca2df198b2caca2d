package io.countersign.explain;

import java.util.Locale;

/** Names that were meant to be others. */
final class Spelling {
  private static final int MOST_SLIPS = 2;

  private Spelling() {}

  /** Whether a name is another's misspelling: a letter or two more, fewer, other, or swapped. */
  static boolean isNear(String due, String name) {
    String one = due.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    return !one.equals(other)
        && Math.abs(one.length() - other.length()) <= MOST_SLIPS
        && slips(one, other) <= MOST_SLIPS;
  }

  /** Levenshtein's distance. */
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
