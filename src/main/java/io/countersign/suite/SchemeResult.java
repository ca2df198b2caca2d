package io.countersign.suite;

import io.countersign.scheme.Scheme;
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
}
