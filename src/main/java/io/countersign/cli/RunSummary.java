package io.countersign.cli;

import io.countersign.document.Visible;
import io.countersign.scheme.Redactor;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Counts;
import io.countersign.suite.Problem;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.target.TargetInfo;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run in a small table, with what went wrong below it. */
final class RunSummary {
  private static final int MOST_PROBLEMS = 40;
  private static final int WIDTH = 98;

  private final RunResult run;
  private final Redactor redactor;
  private final OutputOptions output;
  private final PrintStream out;

  RunSummary(RunResult run, Redactor redactor, OutputOptions output, PrintStream out) {
    this.run = run;
    this.redactor = redactor;
    this.output = output;
    this.out = out;
  }

  void print() {
    int width =
        run.schemes().stream().mapToInt(scheme -> scheme.scheme().id().length()).max().orElse(6);
    String row = "%-" + Math.max(6, width) + "s  %8s  %8s  %12s  %8s  %8s%n";
    out.printf(row, "scheme", "passed", "failed", "inconclusive", "skipped", "recorded");
    run.schemes().forEach(scheme -> row(row, scheme.scheme().id(), Counts.of(scheme.cases())));
    if (run.schemes().size() > 1) {
      row(row, "total", run.counts());
    }
    problems();
    expected();
    caveats();
    verdict();
  }

  private void row(String format, String name, Counts counts) {
    out.printf(
        format,
        name,
        counts.passed(),
        counts.failed(),
        counts.inconclusive(),
        counts.skipped(),
        counts.recorded());
  }

  private void problems() {
    List<Problem> problems = Problem.of(run.cases());
    problems.stream().limit(MOST_PROBLEMS).forEach(this::problem);
    if (problems.size() > MOST_PROBLEMS) {
      out.printf("%n… and %d more: the report has them all%n", problems.size() - MOST_PROBLEMS);
    }
  }

  /** The first case, and how many more like it. */
  private void problem(Problem problem) {
    CaseResult first = problem.first();
    out.println();
    out.println(
        output.mark(false, first.outcome().name().toLowerCase(Locale.ROOT))
            + " "
            + first.requirement()
            + " ("
            + problem.cases().stream()
                .map(result -> result.role().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "))
            + ")");
    out.println("  " + safe(first.name()));
    first.message().lines().forEach(line -> out.println("    " + safe(line)));
    more(problem).forEach(line -> out.println("  " + safe(line)));
  }

  private static List<String> more(Problem problem) {
    int more = problem.cases().size() - 1;
    if (more == 0) {
      return List.of();
    }
    if (problem.requirements().size() == 1) {
      return List.of("and " + more + " more");
    }
    String label = "and " + more + " more like it, of ";
    return new Paragraph("", label + String.join(", ", problem.requirements())).lines(WIDTH);
  }

  /** What does not count against the target, so that nobody takes it for gone. */
  private void expected() {
    Map<String, String> reasons = new LinkedHashMap<>();
    run.cases()
        .forEach(
            one -> one.ending().expected().ifPresent(why -> reasons.put(one.requirement(), why)));
    if (!reasons.isEmpty() && !output.quiet()) {
      out.println();
      reasons.forEach((id, why) -> out.println("expected: " + safe(id + " (" + why + ")")));
    }
  }

  /** So near the verdict that nobody reads that without them. */
  private void caveats() {
    List<String> caveats = new ArrayList<>();
    // Of a server it was said before the first case.
    if (run.target().kind() != TargetInfo.Kind.ENDPOINT) {
      run.schemes().stream()
          .flatMap(one -> one.settled().stream().map(words -> one.scheme().id() + ": " + words))
          .map("settled by trying: "::concat)
          .forEach(caveats::add);
    }
    run.schemes().forEach(one -> caveats.addAll(one.caveats()));
    if (!caveats.isEmpty()) {
      out.println();
      caveats.forEach(words -> out.println("note: " + safe(words)));
    }
  }

  private String safe(String text) {
    return Visible.line(redactor.redact(text));
  }

  private void verdict() {
    out.println();
    verdict(run, redactor, output, out);
  }

  /** The verdict in a line, with what it takes to have it again. */
  static void verdict(RunResult run, Redactor redactor, OutputOptions output, PrintStream out) {
    RunVerdict verdict = run.verdict();
    String words = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    out.printf(
        "%s: %s %s, %s profile, %.1f s, seed %d%n",
        output.mark(verdict == RunVerdict.CONFORMANT, words),
        run.target().kind().word(),
        Visible.line(redactor.redact(run.target().name())),
        run.profile().name().toLowerCase(Locale.ROOT),
        run.duration().toMillis() / 1000.0,
        run.seed());
  }
}
