package io.countersign.steps;

import io.countersign.document.InputException;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import java.util.Collection;
import java.util.Comparator;

/**
 * A sentence that cannot be meant so, which is its author's mistake and not the target's.
 *
 * @param file of the feature
 * @param line of the sentence
 */
record Misunderstanding(String file, int line, InputException problem) {
  /**
   * @param what is wrong, to stand before the sentence
   * @param advice what would be right
   */
  static Misunderstanding of(TestCase in, PickleStepTestStep step, String what, String advice) {
    String file = Source.path(in.getUri());
    int line = step.getStep().getLine();
    String where = file + ":" + line + ": " + what + " '" + step.getStep().getText() + "'";
    return new Misunderstanding(file, line, InputException.of(where, advice));
  }

  /**
   * @throws InputException for the one that a reader comes upon first, if there is any
   */
  static void requireNone(Collection<Misunderstanding> found) {
    found.stream()
        .min(Comparator.comparing(Misunderstanding::file).thenComparing(Misunderstanding::line))
        .ifPresent(
            first -> {
              throw first.problem();
            });
  }
}
