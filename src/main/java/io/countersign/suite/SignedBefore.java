package io.countersign.suite;

import io.countersign.document.InputException;
import org.jspecify.annotations.Nullable;

/** What a sentence of a scenario is about, made by one before it. */
final class SignedBefore {
  private SignedBefore() {}

  /**
   * @param sentence that makes it
   * @param tag who is under test where it is made
   * @throws InputException if the scenario has no such sentence
   */
  static <T> T by(String sentence, String tag, @Nullable T signed) {
    if (signed == null) {
      throw InputException.of(
          "nothing is signed before it",
          "write '" + sentence + "' before it, and tag the scenario with " + tag);
    }
    return signed;
  }
}
