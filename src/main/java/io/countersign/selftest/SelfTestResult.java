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

  /** Whether nothing that is wrong survived, and nothing that is right was accused. */
  public boolean isGood() {
    return !trials.isEmpty() && trials.stream().allMatch(trial -> trial.end().isGood());
  }
}
