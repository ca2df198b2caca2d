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
  /** CI servers cut a summary off at some size; one endless message must not eat all of it. */
  private static final int LONGEST_MESSAGE = 2_000;

  private final Report report;
  private final Markdown page = new Markdown();

  private SummaryMarkdown(Report report) {
    this.report = report;
  }

  static void write(Report report, Writer out) throws IOException {
    SummaryMarkdown summary = new SummaryMarkdown(report);
    summary.heading();
    summary.schemes();
    Counts counts = report.run().counts();
    summary.causes();
    summary.problems("Failed", counts.failed(), Outcome.FAILED);
    summary.problems("Inconclusive", counts.inconclusive(), Outcome.INCONCLUSIVE);
    summary.requirements();
    summary.errata();
    summary.recorded("Expected: failures that are known", true);
    summary.recorded("Recorded: where the documentation is silent", false);
    summary.skipped();
    out.write(summary.page.toString());
  }

  private void heading() {
    RunResult run = report.run();
    page.line("# Countersign: " + verdict(run.verdict()));
    page.paragraph(
        String.join(
            " · ",
            escape(run.target().name()) + " (" + run.target().kind().word() + ")",
            "profile " + EnumWord.of(run.profile()),
            "seed " + run.seed(),
            run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
            String.format(Locale.ROOT, "%.1f s", run.duration().toMillis() / 1e3),
            "Countersign " + escape(report.version())));
    page.paragraph("The same again: `" + again(run) + "`");
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
    page.table("---:", "scheme", "passed", "failed", "inconclusive", "skipped", "recorded");
    for (SchemeResult scheme : report.run().schemes()) {
      counts(escape(scheme.scheme().id()), Counts.of(scheme.cases()));
    }
    if (report.run().schemes().size() > 1) {
      counts("**all**", report.run().counts());
    }
    for (SchemeResult scheme : report.run().schemes()) {
      scheme.caveats().forEach(words -> page.paragraph("⚠️ " + escape(words)));
    }
    report
        .settled()
        .forEach(
            (scheme, found) ->
                page.paragraph("Settled by trying " + escape(scheme) + ": " + escape(found)));
  }

  private void counts(String name, Counts counts) {
    page.row(
        name,
        Integer.toString(counts.passed()),
        Integer.toString(counts.failed()),
        Integer.toString(counts.inconclusive()),
        Integer.toString(counts.skipped()),
        Integer.toString(counts.recorded()));
  }

  /** What to mend first: one mistake of a signer fails many cases. */
  private void causes() {
    List<Problem> problems =
        Problem.of(report.run().cases()).stream()
            .filter(problem -> problem.cause().isPresent())
            .toList();
    if (!problems.isEmpty()) {
      page.paragraph("## Causes (" + problems.size() + ")");
      page.table("---", "what it did", "how to fix it", "cases", "requirements");
      problems.forEach(this::cause);
    }
  }

  private void cause(Problem problem) {
    Cause cause = problem.cause().orElseThrow();
    page.row(
        escape(shortened(String.join(" ", cause.deviations()))),
        escape(String.join(" ", cause.fixes())),
        Integer.toString(problem.cases().size()),
        escape(String.join(", ", problem.requirements())));
  }

  private void problems(String title, int count, Outcome outcome) {
    if (count > 0) {
      page.paragraph("## " + title + " (" + count + ")");
      report.forEach(outcome, this::problem);
    }
  }

  private void problem(RequirementFinding finding, ReportedCase each) {
    page.paragraph("### " + escape(finding.requirement().id() + ": " + each.title()));
    if (!finding.requirement().says().isEmpty()) {
      page.paragraph(escape(finding.requirement().says()) + " *" + escape(finding.source()) + "*");
    }
    page.verbatim(shortened(each.result().message()));
  }

  private void requirements() {
    for (SchemeResult scheme : report.run().schemes()) {
      List<RequirementFinding> findings = RequirementFinding.of(scheme);
      page.fold(scheme.scheme().title() + ": requirements", findings.size());
      page.table("---", "requirement", "level", "status", "cases");
      for (RequirementFinding finding : findings) {
        page.row(
            escape(finding.shortId()),
            EnumWord.of(finding.requirement().level()),
            EnumWord.of(finding.status()),
            Integer.toString(finding.cases().size()));
      }
      page.endFold();
    }
  }

  private void errata() {
    List<RequirementFinding> errata =
        report.findings().stream()
            .filter(each -> each.requirement().disposition() == Disposition.ERRATUM)
            .toList();
    if (!errata.isEmpty()) {
      page.fold("Errata: where the documentation is wrong", errata.size());
      page.table("---", "requirement", "status", "what is wrong", "evidence");
      for (RequirementFinding finding : errata) {
        page.row(
            escape(finding.requirement().id()),
            EnumWord.of(finding.status()),
            escape(finding.requirement().says()),
            escape(finding.requirement().because()));
      }
      page.endFold();
    }
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
      page.fold(title, rows.size());
      page.table("---", "requirement", "case", "what was seen");
      rows.forEach(page::row);
      page.endFold();
    }
  }

  private static String[] seen(RequirementFinding finding, ReportedCase each) {
    return new String[] {
      escape(finding.requirement().id()),
      escape(each.title()),
      escape(shortened(each.result().message()))
    };
  }

  /** By reason, since one reason usually leaves out many cases. */
  private void skipped() {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Set<String>> requirements = new TreeMap<>();
    report.forEach(
        Outcome.SKIPPED,
        (finding, each) -> {
          String reason = shortened(each.result().message());
          counts.merge(reason, 1, Integer::sum);
          requirements
              .computeIfAbsent(reason, key -> new TreeSet<>())
              .add(finding.requirement().id());
        });
    if (!counts.isEmpty()) {
      page.fold("Skipped", report.run().counts().skipped());
      page.table("---", "why", "cases", "requirements");
      counts.forEach(
          (reason, count) ->
              page.row(
                  escape(reason),
                  Integer.toString(count),
                  escape(String.join(", ", requirements.get(reason)))));
      page.endFold();
    }
  }

  private static String shortened(String message) {
    if (message.isEmpty()) {
      return "(no message)";
    }
    if (message.codePointCount(0, message.length()) <= LONGEST_MESSAGE) {
      return message;
    }
    int end = message.offsetByCodePoints(0, LONGEST_MESSAGE);
    return message.substring(0, end) + "… (shortened; the other reports have all of it)";
  }
}
