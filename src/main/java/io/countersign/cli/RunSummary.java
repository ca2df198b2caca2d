package io.countersign.cli;

import io.countersign.document.Visible;
import io.countersign.scheme.Redactor;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Counts;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run in a small table, with what went wrong below it. */
final class RunSummary {
  private static final int MOST_FINDINGS = 40;

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
    findings();
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

  /**
   * One finding for each requirement that failed, and for each reason why nothing can be said: the
   * first case, and how many more like it. A target that is gone has one reason for all its cases.
   */
  private void findings() {
    Map<List<Object>, List<CaseResult>> wrong = new LinkedHashMap<>();
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.INCONCLUSIVE)) {
      run.cases().stream()
          .filter(result -> result.outcome() == outcome)
          .forEach(
              result ->
                  wrong
                      .computeIfAbsent(
                          List.of(
                              outcome,
                              outcome == Outcome.FAILED ? result.requirement() : result.message()),
                          key -> new ArrayList<>())
                      .add(result));
    }
    wrong.values().stream().limit(MOST_FINDINGS).forEach(this::finding);
    if (wrong.size() > MOST_FINDINGS) {
      out.printf(
          "%n… and %d more findings: the report has them all%n", wrong.size() - MOST_FINDINGS);
    }
  }

  private void finding(List<CaseResult> cases) {
    CaseResult first = cases.get(0);
    out.println();
    out.println(
        output.mark(false, first.outcome().name().toLowerCase(Locale.ROOT))
            + " "
            + first.requirement()
            + " ("
            + cases.stream()
                .map(result -> result.role().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "))
            + ")");
    out.println("  " + safe(first.name()));
    first.message().lines().forEach(line -> out.println("    " + safe(line)));
    if (cases.size() > 1) {
      out.println("  and " + (cases.size() - 1) + " more");
    }
  }

  private String safe(String text) {
    return Visible.line(redactor.redact(text));
  }

  private void verdict() {
    RunVerdict verdict = run.verdict();
    String words = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    out.println();
    out.printf(
        "%s: %s %s, %s profile, %.1f s, seed %d%n",
        output.mark(verdict == RunVerdict.CONFORMANT, words),
        run.target().kind(),
        safe(run.target().name()),
        run.profile().name().toLowerCase(Locale.ROOT),
        run.duration().toMillis() / 1000.0,
        run.seed());
  }
}
