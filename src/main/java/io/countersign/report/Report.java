package io.countersign.report;

import io.countersign.scheme.Redactor;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What all formats are made from: a run without secrets.
 *
 * @param version Countersign's own
 * @param run redacted
 */
record Report(String version, RunResult run) {

  static Report of(RunResult run, Redactor redactor, String version) {
    Redaction redaction = new Redaction(redactor);
    return new Report(redaction.text(version), redaction.run(run));
  }

  /** Every requirement of every scheme. */
  List<Finding> findings() {
    return run.schemes().stream().map(Finding::of).flatMap(List::stream).toList();
  }

  /** Every case that ended so, with its requirement. */
  void forEach(Outcome outcome, BiConsumer<Finding, ReportedCase> action) {
    for (Finding finding : findings()) {
      for (ReportedCase each : finding.cases()) {
        if (each.result().outcome() == outcome) {
          action.accept(finding, each);
        }
      }
    }
  }
}
