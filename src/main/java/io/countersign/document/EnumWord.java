package io.countersign.document;

import java.util.Locale;
import java.util.Optional;

/** The constants of an enumeration as files and people write them: in lower case, with hyphens. */
public final class EnumWord {
  private EnumWord() {}

  /** The word for a constant: {@code HMAC_SHA256} is {@code hmac-sha256}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant for a word, as {@link #of} writes it. */
  public static <E extends Enum<E>> Optional<E> constant(String word, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (isWordFor(word, constant.name())) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** Compares without writing the word: a vector file names millions of constants. */
  private static boolean isWordFor(String word, String name) {
    if (word.length() != name.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = name.charAt(i);
      char wanted = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
      if (word.charAt(i) != wanted) {
        return false;
      }
    }
    return true;
  }
}
