package io.countersign.suite;

import io.countersign.scheme.Scheme;
import java.util.Collection;
import java.util.List;

/**
 * What a run found about one scheme.
 *
 * @param scheme which
 * @param requirements all of the scheme's, also those that no case tested
 * @param cases in the order of their features
 */
public record SchemeResult(
    Scheme scheme, Collection<Requirement> requirements, List<CaseResult> cases) {
  public SchemeResult {
    requirements = List.copyOf(requirements);
    cases = List.copyOf(cases);
  }

  /** The cases of one requirement. */
  public List<CaseResult> casesOf(String requirement) {
    return cases.stream().filter(result -> result.requirement().equals(requirement)).toList();
  }
}
