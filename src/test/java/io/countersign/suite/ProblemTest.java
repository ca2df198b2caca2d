package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final Cause UNSORTED = new Cause("unsorted", List.of("Unsorted."), List.of());
  private static final Cause NO_HOST = new Cause("no-host", List.of("No host."), List.of());

  @Test
  void of_isOneForEachCauseWhateverTheRequirement() {
    assertThat(
            problems(
                failed("rmtrack/path", NO_HOST),
                failed("rmtrack/path", UNSORTED),
                failed("rmtrack/date", UNSORTED)))
        .containsExactly(
            List.of("rmtrack/path", "rmtrack/date"), // behind the most cases
            List.of("rmtrack/path"));
  }

  @Test
  void of_isOneForEachRequirementWhereNoCauseIsKnown() {
    CaseResult path = Fixtures.result("rmtrack/path", Outcome.FAILED);
    CaseResult date = Fixtures.result("rmtrack/date", Outcome.FAILED);

    assertThat(problems(path, date, path, failed("rmtrack/path", UNSORTED)))
        .containsExactly(
            List.of("rmtrack/path", "rmtrack/path"),
            List.of("rmtrack/date"),
            List.of("rmtrack/path"));
  }

  /** Who refuses what is plainly valid refuses the rest for the same, as far as anybody can see. */
  @Test
  void of_isOneWithThoseOfValidRequestsThatHaveTheirMessage() {
    CaseResult path = failed("rmtrack/path", "refused");
    CaseResult date = failed("rmtrack/date", "refused");
    CaseResult other = failed("rmtrack/date", "accepted");
    CaseResult valid = failed("rmtrack/valid-request", "refused");

    assertThat(problems(path, date, other))
        .containsExactly(List.of("rmtrack/date", "rmtrack/date"), List.of("rmtrack/path"));
    assertThat(problems(path, date, other, valid))
        .containsExactly(
            List.of("rmtrack/path", "rmtrack/date", "rmtrack/valid-request"),
            List.of("rmtrack/date"));
  }

  @Test
  void of_tellsSchemesApart() {
    assertThat(problems(failed("rmtrack/path", UNSORTED), failed("other/path", UNSORTED)))
        .hasSize(2);
  }

  @Test
  void of_isOneForEachReasonWhyNothingCanBeSaid() {
    CaseResult path = Fixtures.result("rmtrack/path", Outcome.INCONCLUSIVE);
    CaseResult other = Fixtures.result("other/path", Outcome.INCONCLUSIVE);
    CaseResult late = Fixtures.result("rmtrack/path", Ending.of(Outcome.INCONCLUSIVE, "no answer"));

    assertThat(problems(path, late, other, failed("rmtrack/date", UNSORTED)))
        .containsExactly(
            List.of("rmtrack/date"),
            List.of("rmtrack/path", "other/path"),
            List.of("rmtrack/path"));
  }

  /** An adapter that logs to standard output quotes another request each time. */
  @Test
  void of_isOneForWhatDiffersInAQuotation() {
    assertThat(
            problems(
                inconclusive("rmtrack/path", "sign with a line that is no JSON: 'it's GET /a'; x"),
                inconclusive("rmtrack/date", "sign with a line that is no JSON: 'it's GET /b'; x"),
                inconclusive("rmtrack/date", "send with a line that is no JSON: 'it's GET /b'; x")))
        .containsExactly(List.of("rmtrack/path", "rmtrack/date"), List.of("rmtrack/date"));
  }

  private static CaseResult inconclusive(String requirement, String message) {
    return Fixtures.result(requirement, Ending.of(Outcome.INCONCLUSIVE, message));
  }

  @Test
  void of_isNothingOfWhatDidNotGoWrong() {
    assertThat(
            problems(
                Fixtures.result("rmtrack/path", Outcome.PASSED),
                Fixtures.result("rmtrack/path", Outcome.SKIPPED),
                failed("rmtrack/path", UNSORTED).expectedFor("known")))
        .isEmpty();
  }

  /** The requirements of the cases of each. */
  private static List<List<String>> problems(CaseResult... cases) {
    return Problem.of(List.of(cases)).stream()
        .map(problem -> problem.cases().stream().map(CaseResult::requirement).toList())
        .toList();
  }

  private static CaseResult failed(String requirement, String message) {
    return Fixtures.result(requirement, Ending.of(Outcome.FAILED, message));
  }

  private static CaseResult failed(String requirement, Cause cause) {
    return Fixtures.result(requirement, Ending.of(Outcome.FAILED, "it failed").with(cause));
  }
}
