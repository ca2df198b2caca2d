package io.countersign.selftest;

import java.util.List;

/**
 * What the suite made of every candidate.
 *
 * @param trials by scheme, signers before verifiers before right variants
 * @param unnamed the musts that no deviation's failure names: not tested by it, or redundant
 */
public record SelfTestResult(List<Trial> trials, List<String> unnamed) {
  public SelfTestResult {
    trials = List.copyOf(trials);
    unnamed = List.copyOf(unnamed);
  }

  /**
   * Whether nothing that is wrong survived, nothing that is right was accused, and each must is
   * named by some failure.
   */
  public boolean isGood() {
    return !trials.isEmpty()
        && unnamed.isEmpty()
        && trials.stream().allMatch(trial -> trial.end().isGood());
  }

  public int count(Trial.End end) {
    return (int) trials.stream().filter(trial -> trial.end() == end).count();
  }

  /** The figures in one line. */
  public String words() {
    long wrong = trials.stream().filter(trial -> !trial.isRight()).count();
    return "%d of %d caught, %d survived, %d accused"
        .formatted(
            count(Trial.End.CAUGHT), wrong, count(Trial.End.SURVIVED), count(Trial.End.ACCUSED));
  }
}
