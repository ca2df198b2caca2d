package io.countersign.suite;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Known deviations of a target, by requirement: a failure that was expected does not fail the run,
 * and one that no longer happens does, so that the list stays true.
 */
public final class ExpectedDeviations {
  /** Nothing is expected to fail. */
  public static final ExpectedDeviations NONE = new ExpectedDeviations(Map.of());

  /** Where one of these is among the outcomes, a deviation is not known to be gone. */
  private static final Set<Outcome> LEFT_OPEN =
      Set.of(Outcome.FAILED, Outcome.SKIPPED, Outcome.INCONCLUSIVE);

  private final Map<String, String> reasons;

  private ExpectedDeviations(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  /**
   * Reads a file that maps requirement ids to reasons.
   *
   * @throws InputException if it is not of that form
   */
  public static ExpectedDeviations read(Path file) {
    Node root = Documents.read(file);
    Fields fields = Fields.open(root, "a list of expected deviations");
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String id : fields.names()) {
      String reason = fields.text(id).strip();
      if (reason.isEmpty()) {
        throw InputException.at(
            fields.required(id).mark(), "'" + id + "' has no reason", "say why it is expected");
      }
      reasons.put(id, reason);
    }
    return new ExpectedDeviations(reasons);
  }

  /** The ids that it names. */
  public List<String> ids() {
    return List.copyOf(reasons.keySet());
  }

  /**
   * The same run with what was expected taken into account.
   *
   * @param selection what the run tried: where that is less than a requirement, it cannot tell that
   *     a deviation is gone
   */
  public RunResult applyTo(RunResult run, Selection selection) {
    if (reasons.isEmpty()) {
      return run;
    }
    boolean whole = run.complete() && selection.isOfWholeRequirements();
    return run.withSchemes(scheme -> applyTo(scheme, run, whole));
  }

  private SchemeResult applyTo(SchemeResult scheme, RunResult run, boolean whole) {
    List<CaseResult> cases = new ArrayList<>();
    scheme.cases().forEach(result -> cases.add(applyTo(result)));
    for (Map.Entry<String, String> expected : reasons.entrySet()) {
      List<CaseResult> tried = scheme.casesOf(expected.getKey());
      if (whole && isGone(tried)) {
        cases.add(noLongerFails(tried.get(0), expected.getValue(), run));
      }
    }
    return scheme.withCases(cases);
  }

  /** A case that was not judged may be the one that fails. */
  private static boolean isGone(List<CaseResult> tried) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    tried.forEach(result -> outcomes.add(result.outcome()));
    return outcomes.contains(Outcome.PASSED) && Collections.disjoint(outcomes, LEFT_OPEN);
  }

  private CaseResult applyTo(CaseResult result) {
    String reason = reasons.get(result.requirement());
    return reason == null || result.outcome() != Outcome.FAILED
        ? result
        : result.expectedFor(reason);
  }

  private static CaseResult noLongerFails(CaseResult like, String reason, RunResult run) {
    String name = "The expected deviation from " + like.requirement() + " still happens";
    return new CaseResult(
        new CaseId(like.scheme(), like.requirement(), name, like.role()),
        Ending.of(
            Outcome.FAILED,
            "it was expected to fail (" + reason + ") and no longer does: take it off the list"),
        Course.untried(run.started()));
  }
}
