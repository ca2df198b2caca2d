package io.countersign.suite;

import io.countersign.scheme.Scheme;
import io.countersign.target.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run found about one scheme.
 *
 * @param scheme which
 * @param requirements all of the scheme's, also those that no case tested
 * @param cases in the order of their features
 * @param settled how the target reads what the documentation leaves open and every case depends on,
 *     in sentences
 */
public record SchemeResult(
    Scheme scheme,
    Collection<Requirement> requirements,
    List<CaseResult> cases,
    List<String> settled) {
  public SchemeResult {
    requirements = List.copyOf(requirements);
    cases = List.copyOf(cases);
    settled = List.copyOf(settled);
  }

  /** A scheme of which nothing had to be settled. */
  public SchemeResult(Scheme scheme, Collection<Requirement> requirements, List<CaseResult> cases) {
    this(scheme, requirements, cases, List.of());
  }

  /** The cases of a scheme, with what was settled before them and by them. */
  public static SchemeResult of(SchemeUnderTest subject, List<CaseResult> cases) {
    Stream<String> byCases =
        cases.stream()
            .flatMap(each -> each.attachments().stream())
            .filter(attachment -> attachment.name().equals(Reading.SETTLED))
            .map(Attachment::text);
    return new SchemeResult(
        subject.scheme(),
        subject.requirements().all(),
        cases,
        Stream.concat(subject.settled().stream(), byCases).distinct().toList());
  }

  /** The same with other cases. */
  SchemeResult withCases(List<CaseResult> other) {
    return new SchemeResult(scheme, requirements, other, settled);
  }

  /** The cases of one requirement. */
  public List<CaseResult> casesOf(String requirement) {
    return cases.stream().filter(result -> result.requirement().equals(requirement)).toList();
  }

  /**
   * What a person has to know who sees that nothing failed, in a sentence: a verifier that did
   * something, and nothing of what makes it one.
   */
  public Optional<String> caveat() {
    List<CaseResult> verifying = cases.stream().filter(one -> one.role() == Role.VERIFIER).toList();
    List<CaseResult> rejections = verifying.stream().filter(SchemeResult::isRejectionDue).toList();
    boolean none =
        !rejections.isEmpty()
            && rejections.stream().allMatch(one -> one.outcome() == Outcome.SKIPPED);
    return none && Counts.of(verifying).executed() > 0
        ? Optional.of(
            "the verifier skipped every request of "
                + scheme.id()
                + " that it has to reject ("
                + rejections.size()
                + " cases): whether it would is not known")
        : Optional.empty();
  }

  /**
   * What is to be said before all that failed, in a sentence: it lets in everybody, in every case
   * that could tell.
   */
  public Optional<String> openDoor() {
    List<CaseResult> unsigned =
        cases.stream()
            .filter(one -> isJudged(one) && hasStep(one, "all signing is removed"))
            .toList();
    return !unsigned.isEmpty() && unsigned.stream().allMatch(SchemeResult::isLetIn)
        ? Optional.of(
            "it accepts a request without any signature, so that nothing else that it accepts means"
                + " anything")
        : Optional.empty();
  }

  private static boolean isJudged(CaseResult result) {
    return result.outcome() == Outcome.PASSED || result.outcome() == Outcome.FAILED;
  }

  private static boolean isLetIn(CaseResult result) {
    return result.outcome() == Outcome.FAILED && result.message().contains("it was accepted");
  }

  /** What an option left out has no steps, since it did not get so far. */
  private static boolean isRejectionDue(CaseResult result) {
    return hasStep(result, "it is rejected");
  }

  private static boolean hasStep(CaseResult result, String words) {
    return result.steps().stream().anyMatch(step -> step.text().contains(words));
  }
}
