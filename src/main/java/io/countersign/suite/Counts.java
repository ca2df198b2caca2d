package io.countersign.suite;

import java.util.Collection;

/** How many cases ended how. */
public record Counts(int passed, int failed, int inconclusive, int skipped, int recorded) {
  public static Counts of(Collection<CaseResult> cases) {
    return new Counts(
        count(cases, Outcome.PASSED),
        count(cases, Outcome.FAILED),
        count(cases, Outcome.INCONCLUSIVE),
        count(cases, Outcome.SKIPPED),
        count(cases, Outcome.RECORDED));
  }

  private static int count(Collection<CaseResult> cases, Outcome outcome) {
    return (int) cases.stream().filter(result -> result.outcome() == outcome).count();
  }

  public int total() {
    return passed + failed + inconclusive + skipped + recorded;
  }

  /** How many were really tried and told something. */
  public int executed() {
    return passed + failed + recorded;
  }
}
