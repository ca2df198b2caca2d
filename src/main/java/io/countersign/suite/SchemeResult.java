package io.countersign.suite;

import io.countersign.document.EnumWord;
import io.countersign.scheme.Scheme;
import io.countersign.target.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run found about one scheme.
 *
 * @param scheme which
 * @param requirements all of the scheme's, also those that no case tested
 * @param cases in the order of their features
 * @param settled how the target reads what the documentation leaves open and every case depends on,
 *     in sentences
 * @param untested the ids of the musts that nothing tests, whoever is the target: nobody can be
 *     said to meet them
 */
public record SchemeResult(
    Scheme scheme,
    Collection<Requirement> requirements,
    List<CaseResult> cases,
    List<String> settled,
    List<String> untested) {
  public SchemeResult {
    requirements = List.copyOf(requirements);
    cases = List.copyOf(cases);
    settled = List.copyOf(settled);
    untested = List.copyOf(untested);
  }

  /** A scheme of which each must is tested, as far as is known. */
  public SchemeResult(
      Scheme scheme,
      Collection<Requirement> requirements,
      List<CaseResult> cases,
      List<String> settled) {
    this(scheme, requirements, cases, settled, List.of());
  }

  /** A scheme of which nothing had to be settled. */
  public SchemeResult(Scheme scheme, Collection<Requirement> requirements, List<CaseResult> cases) {
    this(scheme, requirements, cases, List.of(), List.of());
  }

  /** The cases of a scheme, with what was settled before them and by them. */
  public static SchemeResult of(SchemeUnderTest subject, List<CaseResult> cases) {
    Stream<String> byCases = cases.stream().flatMap(each -> each.course().settled().stream());
    return new SchemeResult(
        subject.scheme(),
        subject.requirements().all(),
        OpenDoor.named(cases),
        Stream.concat(subject.settled().stream(), byCases).distinct().toList());
  }

  /** The same with other cases. */
  SchemeResult withCases(List<CaseResult> other) {
    return new SchemeResult(scheme, requirements, other, settled, untested);
  }

  /** The same where the musts of these ids have no case in any run. */
  public SchemeResult withUntested(List<String> ids) {
    return new SchemeResult(scheme, requirements, cases, settled, ids);
  }

  /** The cases of one requirement. */
  public List<CaseResult> casesOf(String requirement) {
    return cases.stream().filter(result -> result.requirement().equals(requirement)).toList();
  }

  /**
   * What a person has to know who sees that nothing failed, in sentences: a target that does
   * something, and nothing of what it says it does, or a verifier nothing of what makes it one; a
   * server that refuses everything from some time on; a must that nothing tests.
   */
  public List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    for (Role role : Role.values()) {
      List<CaseResult> asked =
          cases.stream().filter(one -> one.role() == role && one.isTried()).toList();
      List<CaseResult> rejections = asked.stream().filter(SchemeResult::isRejectionDue).toList();
      String who = "the " + EnumWord.of(role) + " skipped every ";
      if (isSkipped(asked)) {
        caveats.add(
            who + "request of " + scheme.id() + cases(asked) + ": what it does is not known");
      } else if (isSkipped(rejections)) {
        caveats.add(
            who
                + "request of "
                + scheme.id()
                + " that it has to reject"
                + cases(rejections)
                + ": whether it would is not known");
      }
    }
    // Who takes each request once refuses what it took before for that.
    if (!settled.contains(Preflight.ONCE)) {
      Lockout.since(cases).ifPresent(caveats::add);
    }
    untested.forEach(id -> caveats.add(untested(id)));
    return caveats;
  }

  private static String untested(String id) {
    return "nothing tests "
        + id
        + ", a must of requirements.yaml, so that nobody can be said to meet it: write a scenario with"
        + " the tag @"
        + id
        + ", or let it be untestable and say why";
  }

  private static boolean isSkipped(List<CaseResult> asked) {
    return !asked.isEmpty() && asked.stream().allMatch(one -> one.outcome() == Outcome.SKIPPED);
  }

  private static String cases(List<CaseResult> all) {
    return " (" + all.size() + (all.size() == 1 ? " case)" : " cases)");
  }

  /** What an option left out has no steps, since it did not get so far. */
  private static boolean isRejectionDue(CaseResult result) {
    return result.says(Sentences.REJECTED);
  }
}
