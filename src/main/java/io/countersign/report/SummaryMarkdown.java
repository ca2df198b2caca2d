package io.countersign.report;

import static io.countersign.report.Markdown.escape;

import io.countersign.document.EnumWord;
import io.countersign.suite.Cause;
import io.countersign.suite.Counts;
import io.countersign.suite.Disposition;
import io.countersign.suite.Outcome;
import io.countersign.suite.Problem;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.SchemeResult;
import io.countersign.target.TargetInfo;
import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code summary.md}: what a CI job shows of a run, the most urgent first. */
final class SummaryMarkdown {
  /** GitHub shows nothing at all of a summary above 1 MiB, and a job may write more into it. */
  static final int MOST_OCTETS = 512 << 10;

  private static final int ROOM_FOR_WHAT_IS_LEFT_OUT = 2 << 10;

  private final Report report;
  private final BoundedPage page = new BoundedPage(MOST_OCTETS - ROOM_FOR_WHAT_IS_LEFT_OUT);

  private SummaryMarkdown(Report report) {
    this.report = report;
  }

  static void write(Report report, Writer out) throws IOException {
    SummaryMarkdown summary = new SummaryMarkdown(report);
    summary.schemes();
    summary.causes();
    ProblemSections problems = new ProblemSections(report, summary.page);
    problems.write("Failed", Outcome.FAILED, report);
    problems.write("Inconclusive", Outcome.INCONCLUSIVE, report);
    summary.requirements();
    summary.errata();
    summary.recorded("Expected: failures that are known", true);
    summary.recorded("Recorded: where the documentation is silent", false);
    summary.skipped();
    out.write(summary.heading().toString());
    out.write(summary.page.toString());
  }

  /** Last, since it says what there was no room for. */
  private Markdown heading() {
    RunResult run = report.run();
    Markdown heading = new Markdown().line("# Countersign: " + verdict(run.verdict()));
    heading.paragraph(
        String.join(
            " · ",
            escape(Markdown.shortened(run.target().name()))
                + " ("
                + run.target().kind().word()
                + ")",
            "profile " + EnumWord.of(run.profile()),
            "seed " + run.seed(),
            run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
            String.format(Locale.ROOT, "%.1f s", run.duration().toMillis() / 1e3),
            "Countersign " + escape(report.version())));
    heading.paragraph("The same again: `" + again(run) + "`");
    if (!page.leftOut().isEmpty()) {
      heading.paragraph(
          "⚠️ More than a job's page takes. Left out here: "
              + escape(page.leftOut())
              + ". `index.html`, `summary.json` and `junit.xml` have all of it.");
    }
    return heading;
  }

  /** A server goes by a clock of its own. */
  private static String again(RunResult run) {
    return "--seed "
        + run.seed()
        + (run.target().kind() == TargetInfo.Kind.ENDPOINT
            ? ""
            : " --at " + run.started().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String verdict(RunVerdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> "✅ conformant";
      case NOT_CONFORMANT -> "❌ not conformant";
      case INCONCLUSIVE -> "⚠️ inconclusive";
    };
  }

  private void schemes() {
    List<String[]> rows = new ArrayList<>();
    for (SchemeResult scheme : report.run().schemes()) {
      rows.add(counts(escape(scheme.scheme().id()), Counts.of(scheme.cases())));
    }
    if (report.run().schemes().size() > 1) {
      rows.add(counts("**all**", report.run().counts()));
    }
    Markdown head =
        new Markdown()
            .table("---:", "scheme", "passed", "failed", "inconclusive", "skipped", "recorded");
    page.table("Schemes", head, rows, new Markdown());
    for (SchemeResult scheme : report.run().schemes()) {
      scheme.caveats().forEach(words -> note("⚠️ " + escape(words)));
    }
    report
        .settled()
        .forEach(
            (scheme, found) -> note("Settled by trying " + escape(scheme) + ": " + escape(found)));
  }

  private void note(String markdown) {
    page.add("Notes", 1, new Markdown().paragraph(markdown));
  }

  private static String[] counts(String name, Counts counts) {
    return new String[] {
      name,
      Integer.toString(counts.passed()),
      Integer.toString(counts.failed()),
      Integer.toString(counts.inconclusive()),
      Integer.toString(counts.skipped()),
      Integer.toString(counts.recorded())
    };
  }

  /** What to mend first: one mistake of a signer fails many cases. */
  private void causes() {
    List<String[]> rows =
        Problem.of(report.run().cases()).stream()
            .filter(problem -> problem.cause().isPresent())
            .map(SummaryMarkdown::cause)
            .toList();
    if (!rows.isEmpty()) {
      Markdown head = new Markdown().paragraph("## Causes (" + rows.size() + ")");
      head.table("---", "what it did", "how to fix it", "cases", "requirements");
      page.table("Causes", head, rows, new Markdown());
    }
  }

  private static String[] cause(Problem problem) {
    Cause cause = problem.cause().orElseThrow();
    return new String[] {
      escape(Markdown.shortened(String.join(" ", cause.deviations()))),
      escape(String.join(" ", cause.fixes())),
      Integer.toString(problem.cases().size()),
      escape(String.join(", ", problem.requirements()))
    };
  }

  private void requirements() {
    for (SchemeResult scheme : report.run().schemes()) {
      List<String[]> rows =
          RequirementFinding.of(scheme).stream()
              .map(
                  finding ->
                      new String[] {
                        escape(finding.shortId()),
                        EnumWord.of(finding.requirement().level()),
                        EnumWord.of(finding.status()),
                        Integer.toString(finding.cases().size())
                      })
              .toList();
      folded(
          scheme.scheme().title() + ": requirements",
          rows.size(),
          rows,
          "requirement",
          "level",
          "status",
          "cases");
    }
  }

  private void errata() {
    List<String[]> rows =
        report.findings().stream()
            .filter(each -> each.requirement().disposition() == Disposition.ERRATUM)
            .map(
                finding ->
                    new String[] {
                      escape(finding.requirement().id()),
                      EnumWord.of(finding.status()),
                      escape(finding.requirement().says()),
                      escape(finding.requirement().because())
                    })
            .toList();
    String title = "Errata: where the documentation is wrong";
    if (!rows.isEmpty()) {
      folded(title, rows.size(), rows, "requirement", "status", "what is wrong", "evidence");
    }
  }

  private void folded(String title, int count, List<String[]> rows, String... columns) {
    Markdown head = new Markdown().fold(title, count).table("---", columns);
    page.table(title, head, rows, new Markdown().endFold());
  }

  private void recorded(String title, boolean expected) {
    List<String[]> rows = new ArrayList<>();
    report.forEach(
        Outcome.RECORDED,
        (finding, each) -> {
          if (each.result().ending().expected().isPresent() == expected) {
            rows.add(seen(finding, each));
          }
        });
    if (!rows.isEmpty()) {
      folded(title, rows.size(), rows, "requirement", "case", "what was seen");
    }
  }

  private static String[] seen(RequirementFinding finding, ReportedCase each) {
    return new String[] {
      escape(finding.requirement().id()),
      escape(each.title()),
      escape(Markdown.shortened(each.result().message()))
    };
  }

  /** By reason, since one reason usually leaves out many cases. */
  private void skipped() {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Set<String>> requirements = new TreeMap<>();
    report.forEach(
        Outcome.SKIPPED,
        (finding, each) -> {
          String reason = Markdown.shortened(each.result().message());
          counts.merge(reason, 1, Integer::sum);
          requirements
              .computeIfAbsent(reason, key -> new TreeSet<>())
              .add(finding.requirement().id());
        });
    List<String[]> rows = new ArrayList<>();
    counts.forEach(
        (reason, count) ->
            rows.add(
                new String[] {
                  escape(reason),
                  Integer.toString(count),
                  escape(String.join(", ", requirements.get(reason)))
                }));
    if (!rows.isEmpty()) {
      folded("Skipped", report.run().counts().skipped(), rows, "why", "cases", "requirements");
    }
  }
}
