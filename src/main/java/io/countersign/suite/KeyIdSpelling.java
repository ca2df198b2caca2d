package io.countersign.suite;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Other texts that resemble a key id, and are not it. */
public enum KeyIdSpelling {
  OTHER_CASE("in another letter case", KeyIdSpelling::otherCase),
  FIRST_HALF("cut to its first half", text -> text.substring(0, (text.length() + 1) / 2)),
  LONGER("with another character behind it", text -> text + "0"),
  QUOTED("in quotes", text -> '"' + text + '"');

  private final String words;
  private final UnaryOperator<String> spelling;

  KeyIdSpelling(String words, UnaryOperator<String> spelling) {
    this.words = words;
    this.spelling = spelling;
  }

  /** As a step says it. */
  public String words() {
    return words;
  }

  /**
   * @throws SkippedException if the key id has no such spelling
   */
  String apply(String keyId) {
    String other = spelling.apply(keyId);
    if (other.equals(keyId)) {
      throw new SkippedException("the key id is the same " + words);
    }
    return other;
  }

  private static String otherCase(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
  }
}
