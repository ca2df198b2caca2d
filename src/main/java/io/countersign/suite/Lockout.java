package io.countersign.suite;

import io.countersign.target.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A server that from some time on refuses everything, also what it took before. */
final class Lockout {
  /** Fewer may be chance. */
  private static final int FEWEST = 3;

  private Lockout() {}

  /**
   * Since when it does so, in a sentence.
   *
   * @param cases of one scheme, in any order
   */
  static Optional<String> since(List<CaseResult> cases) {
    List<CaseResult> tried = new ArrayList<>();
    cases.stream()
        .filter(one -> one.role() == Role.ENDPOINT && one.isTried())
        .filter(one -> one.outcome() != Outcome.SKIPPED)
        .sorted(Comparator.comparing(each -> each.course().started()))
        .forEach(tried::add);
    int first = tried.size();
    while (first > 0 && isUntold(tried.get(first - 1))) {
      first--;
    }
    List<CaseResult> refused =
        tried.subList(first, tried.size()).stream().filter(Lockout::isRefused).toList();
    return refused.size() < FEWEST
        ? Optional.empty()
        : Optional.of(words(tried.indexOf(refused.get(0)), refused.get(0)));
  }

  private static String words(int before, CaseResult first) {
    Instant since = first.course().started().truncatedTo(ChronoUnit.SECONDS);
    return "the server refuses everything since "
        + since
        + ", after "
        + (before == 1 ? "1 case" : before + " cases")
        + ", also what it took before: perhaps it locks out after failures";
  }

  /** What was recorded of it then is nothing that it accepted. */
  private static boolean isUntold(CaseResult one) {
    return isRefused(one)
        || one.outcome() == Outcome.RECORDED
        || one.outcome() == Outcome.INCONCLUSIVE;
  }

  private static boolean isRefused(CaseResult one) {
    return one.outcome() == Outcome.INCONCLUSIVE && one.shows(Symptom.REFUSES_THE_USUAL);
  }
}
