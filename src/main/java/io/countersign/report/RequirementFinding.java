package io.countersign.report;

import io.countersign.scheme.Document;
import io.countersign.scheme.Scheme;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Disposition;
import io.countersign.suite.Level;
import io.countersign.suite.Outcome;
import io.countersign.suite.Requirement;
import io.countersign.suite.SchemeResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One requirement and what became of it.
 *
 * @param scheme the scheme it belongs to
 * @param requirement what is asked
 * @param cases its cases, in the order they were given
 */
record RequirementFinding(Scheme scheme, Requirement requirement, List<ReportedCase> cases) {
  RequirementFinding {
    cases = List.copyOf(cases);
  }

  /**
   * Every requirement of a scheme in its own order, then those that only a case names: a user's own
   * scheme need not list any, and no case may get lost over that.
   */
  static List<RequirementFinding> of(SchemeResult result) {
    List<RequirementFinding> findings = new ArrayList<>();
    Set<String> unlisted = new LinkedHashSet<>();
    result.cases().forEach(each -> unlisted.add(each.requirement()));
    for (Requirement requirement : result.requirements()) {
      findings.add(of(result, requirement));
      unlisted.remove(requirement.id());
    }
    unlisted.forEach(id -> findings.add(of(result, unlisted(result, id))));
    return findings;
  }

  private static RequirementFinding of(SchemeResult result, Requirement requirement) {
    Map<String, Integer> occurrences = new HashMap<>();
    List<ReportedCase> cases = new ArrayList<>();
    for (CaseResult each : result.casesOf(requirement.id())) {
      int occurrence = occurrences.merge(each.role() + " " + each.name(), 1, Integer::sum);
      cases.add(new ReportedCase(each, occurrence));
    }
    return new RequirementFinding(result.scheme(), requirement, cases);
  }

  /** What nobody listed binds, unless the suite only wrote down what it saw. */
  private static Requirement unlisted(SchemeResult result, String id) {
    boolean recorded =
        result.casesOf(id).stream()
            .allMatch(
                each -> each.outcome() == Outcome.RECORDED && each.ending().expected().isEmpty());
    Level level = recorded ? Level.SILENT : Level.MUST;
    return new Requirement(id, level, "", "", "", Disposition.TESTED, "");
  }

  Status status() {
    return Status.of(requirement, cases.stream().map(ReportedCase::result).toList());
  }

  /** The requirement's id without the scheme's in front. */
  String shortId() {
    String prefix = scheme.id() + "/";
    return requirement.id().startsWith(prefix)
        ? requirement.id().substring(prefix.length())
        : requirement.id();
  }

  /** The document that the requirement comes from; empty where none is listed. */
  Optional<Document> document() {
    return scheme.documents().stream()
        .filter(document -> document.id().equals(requirement.document()))
        .findFirst();
  }

  /** Document and section that the requirement comes from; empty where none is listed. */
  String source() {
    return requirement.source(scheme);
  }
}
