package io.countersign.report;

import io.countersign.document.EnumWord;
import io.countersign.scheme.Redactor;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  List<RequirementFinding> findings() {
    return run.schemes().stream().map(RequirementFinding::of).flatMap(List::stream).toList();
  }

  /** What ran against what, the most important first. */
  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("Verdict", EnumWord.of(run.verdict()));
    environment.put("Target", run.target().name() + " (" + run.target().kind().word() + ")");
    environment.put("Profile", EnumWord.of(run.profile()));
    environment.put("Seed", Long.toString(run.seed()));
    settled().forEach((scheme, found) -> environment.put("Settled: " + scheme, found));
    environment.put("Countersign", version);
    environment.put("Java", System.getProperty("java.version"));
    environment.put(
        "Operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    return environment;
  }

  /** What was settled by trying, by scheme; only where something was. */
  Map<String, String> settled() {
    Map<String, String> settled = new LinkedHashMap<>();
    for (SchemeResult scheme : run.schemes()) {
      if (!scheme.settled().isEmpty()) {
        settled.put(scheme.scheme().id(), String.join("; ", scheme.settled()));
      }
    }
    return settled;
  }

  /** Every case that ended so, with its requirement. */
  void forEach(Outcome outcome, BiConsumer<RequirementFinding, ReportedCase> action) {
    for (RequirementFinding finding : findings()) {
      for (ReportedCase each : finding.cases()) {
        if (each.result().outcome() == outcome) {
          action.accept(finding, each);
        }
      }
    }
  }
}
