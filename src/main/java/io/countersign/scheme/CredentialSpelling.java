package io.countersign.scheme;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Other texts that resemble a key id or a password, and are not it. */
public enum CredentialSpelling {
  OTHER_CASE("in another letter case", CredentialSpelling::otherCase),
  FIRST_HALF("cut to its first half", text -> text.substring(0, (text.length() + 1) / 2)),
  LONGER("with another character behind it", text -> text + "0"),
  QUOTED("in quotes", text -> '"' + text + '"'),
  OTHER_END("changed in its last character", CredentialSpelling::otherEnd),
  BLANK_BEHIND("with a blank behind it", text -> text + " ");

  public static final List<CredentialSpelling> OF_KEY_IDS =
      List.of(OTHER_CASE, FIRST_HALF, LONGER, QUOTED);

  public static final List<CredentialSpelling> OF_PASSWORDS =
      List.of(OTHER_CASE, FIRST_HALF, LONGER, OTHER_END, BLANK_BEHIND);

  private final String words;
  private final UnaryOperator<String> spelling;

  CredentialSpelling(String words, UnaryOperator<String> spelling) {
    this.words = words;
    this.spelling = spelling;
  }

  /** As a step says it. */
  public String words() {
    return words;
  }

  /** The other text; the same where it has no such spelling, as digits in another letter case. */
  String apply(String text) {
    return spelling.apply(text);
  }

  private static String otherEnd(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.length() - 1) + (text.endsWith("x") ? "y" : "x");
  }

  private static String otherCase(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
  }
}
