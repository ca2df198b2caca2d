package io.countersign.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What went wrong in a run, once for all cases that it went wrong in.
 *
 * @param cases of one scheme and outcome, at least one; they have one cause, or none that is known
 *     and one requirement, or the message that requests which are plainly valid have, or could not
 *     be told for one reason
 */
public record Problem(List<CaseResult> cases) {
  public Problem {
    cases = List.copyOf(cases);
  }

  /** What a target wrote differs from case to case where the reason is the same. */
  private static final Pattern QUOTED = Pattern.compile(" '.*'");

  private record Key(Outcome outcome, String scheme, String what) {
    /**
     * @param ofEveryRequest messages of failures without a cause that the plainest requests have:
     *     where others have them, they are no news
     */
    static Key of(CaseResult result, Set<String> ofEveryRequest) {
      // A target that is gone has one reason for the cases of all schemes.
      return result.outcome() == Outcome.INCONCLUSIVE
          ? new Key(result.outcome(), "", QUOTED.matcher(result.message()).replaceAll(" '…'"))
          : new Key(
              result.outcome(),
              result.scheme(),
              result
                  .ending()
                  .cause()
                  .map(Cause::id)
                  .orElseGet(
                      () ->
                          ofEveryRequest.contains(result.message())
                              ? validRequest(result)
                              : result.requirement()));
    }

    static String validRequest(CaseResult result) {
      return result.scheme() + "/" + DerivedRequirement.Plain.VALID_REQUEST.word();
    }
  }

  /** What failed, then what could not be told; what is behind the most cases first. */
  public static List<Problem> of(List<CaseResult> all) {
    List<Problem> problems = new ArrayList<>();
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.INCONCLUSIVE)) {
      Set<String> ofEveryRequest =
          all.stream()
              .filter(result -> result.outcome() == outcome)
              .filter(result -> result.ending().cause().isEmpty())
              .filter(result -> result.requirement().equals(Key.validRequest(result)))
              .map(CaseResult::message)
              .collect(Collectors.toSet());
      Map<Key, List<CaseResult>> cases = new LinkedHashMap<>();
      all.stream()
          .filter(result -> result.outcome() == outcome)
          .forEach(
              result ->
                  cases
                      .computeIfAbsent(Key.of(result, ofEveryRequest), key -> new ArrayList<>())
                      .add(result));
      cases.values().stream()
          .map(Problem::new)
          .sorted(Comparator.comparingInt(problem -> -problem.cases().size()))
          .forEach(problems::add);
    }
    return problems;
  }

  /** The case that stands for all of them. */
  public CaseResult first() {
    return cases.get(0);
  }

  /** Why they failed; the same for all of them but for what was seen in one request. */
  public Optional<Cause> cause() {
    return first().ending().cause();
  }

  /** The ids of the requirements that are not met for it, in the order of the cases. */
  public List<String> requirements() {
    return cases.stream().map(CaseResult::requirement).distinct().toList();
  }
}
