package io.countersign.report;

import static io.countersign.report.Markdown.escape;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.Problem;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What went wrong in {@code summary.md}: of each problem a few cases, and how many more. */
final class ProblemSections {
  private static final int MOST_OF_A_PROBLEM = 3;

  private final BoundedPage page;
  private final Map<CaseResult, Found> found = new IdentityHashMap<>();

  private record Found(RequirementFinding finding, ReportedCase each) {}

  ProblemSections(Report report, BoundedPage page) {
    this.page = page;
    for (RequirementFinding finding : report.findings()) {
      finding.cases().forEach(each -> found.put(each.result(), new Found(finding, each)));
    }
  }

  /**
   * @param title of all of them
   * @param outcome of the cases
   */
  void write(String title, Outcome outcome, Report report) {
    List<Problem> problems =
        Problem.of(report.run().cases()).stream()
            .filter(problem -> problem.first().outcome() == outcome)
            .toList();
    if (problems.isEmpty()) {
      return;
    }
    int count = problems.stream().mapToInt(problem -> problem.cases().size()).sum();
    page.add(title, 0, new Markdown().paragraph("## " + title + " (" + count + ")"));
    for (Problem problem : problems) {
      problem.cases().stream()
          .limit(MOST_OF_A_PROBLEM)
          .forEach(result -> page.add(title, 1, section(found.get(result))));
      more(title, problem);
    }
  }

  private static Markdown section(Found one) {
    Markdown section = new Markdown();
    section.paragraph(
        "### " + escape(one.finding().requirement().id() + ": " + one.each().title()));
    String says = one.finding().requirement().says();
    if (!says.isEmpty()) {
      section.paragraph(escape(says) + " *" + escape(one.finding().source()) + "*");
    }
    return section.verbatim(Markdown.shortened(one.each().result().message()));
  }

  /** The table of causes has the requirements of those that have a cause. */
  private void more(String title, Problem problem) {
    int more = problem.cases().size() - MOST_OF_A_PROBLEM;
    if (more > 0) {
      String like =
          problem.cause().isPresent()
              ? "of the same cause"
              : "like it, of " + String.join(", ", problem.requirements());
      page.add(
          title,
          more,
          new Markdown()
              .paragraph("… and " + more + " more " + escape(like) + ", in `index.html`"));
    }
  }
}
