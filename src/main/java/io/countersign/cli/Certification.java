package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.document.Visible;
import io.countersign.report.Reports;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Redactor;
import io.countersign.steps.Suite;
import io.countersign.suite.ExpectedDeviations;
import io.countersign.suite.NothingTried;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.TargetInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One run of the suite for a person: watched, reported, shown. */
final class Certification {
  private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(10);

  private final Environment environment;
  private final OutputOptions output;
  private final Path reports;
  private final long seed;
  private final Selection selection;
  private final ExpectedDeviations deviations;
  private final ChosenIds ids;

  Certification(
      Environment environment,
      OutputOptions output,
      Path reports,
      long seed,
      Selection selection,
      ExpectedDeviations deviations,
      ChosenIds ids) {
    this.environment = environment;
    this.output = output;
    this.reports = reports;
    this.seed = seed;
    this.selection = selection;
    this.deviations = deviations;
    this.ids = ids;
  }

  /**
   * To be asked before anything is started.
   *
   * @throws InputException if an id that was given is no requirement's
   */
  void requireKnown() {
    ids.require("--skip", selection.skip());
    ids.require("--expected", deviations.ids().stream().filter(ids::isTried).toList());
    // With no right one among them nothing is executed, which is an outcome of its own.
    if (selection.only().stream().anyMatch(ids::exists)) {
      ids.require("--only", selection.only());
    }
  }

  /**
   * @return the exit status
   * @throws UnreachableException if a server does not accept what is right
   */
  int run(RunContext context, List<SchemeUnderTest> subjects, Interruption interruption) {
    Redactor redactor = redactor(subjects);
    context.target().guard(redactor);
    Thread rehearsal = rehearsal(context, subjects);
    interruption.instead(
        () -> {
          interruptedUntried(context, subjects);
          await(rehearsal);
        });
    try {
      Remarks.on(subjects, context.profile(), deviations).forEach(output::note);
      List<SchemeUnderTest> ready = FirstContact.with(context, subjects, output);
      RunResult result = execute(context, ready, redactor, rehearsal, interruption);
      show(result, redactor);
      return status(result.verdict());
    } finally {
      await(rehearsal);
    }
  }

  /** Of the reports, on the core that has nothing to do yet. */
  private Thread rehearsal(RunContext context, List<SchemeUnderTest> subjects) {
    RunResult nothing =
        NothingTried.because(
            "", context.target().info(), context.profile(), seed, subjects, context.clock());
    return Reports.rehearse(nothing, Version.text());
  }

  /** Its folder is gone when it is over. */
  private static void await(Thread rehearsal) {
    try {
      rehearsal.join(LONGEST_REHEARSAL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What could not be tried is reported, too: as one case that could not tell. */
  int unreachable(
      UnreachableException problem,
      Profile profile,
      List<SchemeUnderTest> subjects,
      Clock clock,
      Interruption interruption) {
    Redactor redactor = redactor(subjects);
    RunResult result =
        NothingTried.because(
            problem.getMessage(), problem.target(), profile, seed, subjects, clock);
    interruption.end(
        () -> {
          List<String> lines = redactor.redact(problem.getMessage()).lines().toList();
          environment.say("inconclusive: " + lines.get(0), lines.subList(1, lines.size()));
          write(result, redactor);
        });
    if (output.json()) {
      environment.out().print(summary());
      result.schemes().forEach(scheme -> scheme.caveats().forEach(environment::say));
    } else {
      RunSummary.verdict(result, redactor, output, environment.out());
      sayWhere();
    }
    return ExitCode.INCONCLUSIVE;
  }

  private RunResult execute(
      RunContext context,
      List<SchemeUnderTest> subjects,
      Redactor redactor,
      Thread rehearsal,
      Interruption interruption) {
    boolean watched = environment.watched() && !output.quiet() && !output.json();
    try (ProgressLine progress = new ProgressLine(watched ? environment.err() : nowhere())) {
      RunListener trouble =
          new FirstTrouble(progress, words -> sayUnlessEnding(redactor.redact(words)));
      Suite suite = new Suite(context, subjects, selection, trouble);
      interruption.instead(
          () -> {
            RunResult soFar = suite.soFar();
            if (soFar.cases().isEmpty()) {
              interruptedUntried(context, subjects);
            } else {
              interrupted(deviations.applyTo(soFar, selection), redactor);
            }
            await(rehearsal);
          });
      RunResult judged = deviations.applyTo(suite.run(), selection);
      UntestedNotes untested = UntestedNotes.of(judged, selection, subjects);
      RunResult result = untested.run();
      progress.says("writing the reports");
      interruption.end(() -> write(result, redactor));
      untested.others().forEach(output::note);
      return result;
    }
  }

  /** Whoever ends a run ends the adapter that it waits for, which is no trouble. */
  private void sayUnlessEnding(String words) {
    if (!Interruption.isProcessEnding()) {
      environment.say(words);
    }
  }

  private void interrupted(RunResult soFar, Redactor redactor) {
    write(soFar, redactor);
    environment.say(
        "interrupted after "
            + soFar.cases().size()
            + " cases (seed "
            + seed
            + "), which are in the report: "
            + reports.resolve("index.html"));
  }

  private void interruptedUntried(RunContext context, List<SchemeUnderTest> subjects) {
    interruptedUntried(context.target().info(), context.profile(), subjects, context.clock());
  }

  /** Before the first case. Else the reports of an earlier run would pass for those of this one. */
  void interruptedUntried(
      TargetInfo target, Profile profile, List<SchemeUnderTest> subjects, Clock clock) {
    String what = "interrupted before the first case";
    write(NothingTried.because(what, target, profile, seed, subjects, clock), redactor(subjects));
    environment.say(
        what
            + " (seed "
            + seed
            + "), which the report says, too: "
            + reports.resolve("index.html"));
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private void write(RunResult result, Redactor redactor) {
    Reports.write(result, redactor, reports, Version.text());
  }

  private void show(RunResult result, Redactor redactor) {
    if (output.json()) {
      environment.out().print(summary());
      result.schemes().forEach(scheme -> scheme.caveats().forEach(environment::say));
    } else {
      new RunSummary(result, redactor, output, environment.out()).print();
      sayWhere();
    }
    if (result.cases().isEmpty()) {
      environment.say("not one case was executed: nothing is selected" + unknown());
    } else if (result.counts().skipped() == result.cases().size()) {
      String why = Visible.line(redactor.redact(result.cases().get(0).message()));
      environment.say("not one case was executed: each was skipped, the first because of: " + why);
    }
  }

  private void sayWhere() {
    environment.out().println("report: " + reports.resolve("index.html"));
  }

  private String unknown() {
    return ids.unknown(selection.only())
        .map(id -> "; there is no requirement '" + id + "'; " + ids.suggestion(id))
        .orElse("");
  }

  /** The summary as it was written, so that both are the same to the byte. */
  private String summary() {
    try {
      return Files.readString(reports.resolve("summary.json"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Redactor redactor(List<SchemeUnderTest> subjects) {
    return Redactor.sparingExamples(
        subjects.stream()
            .collect(Collectors.toMap(SchemeUnderTest::scheme, SchemeUnderTest::credentials)));
  }

  private static int status(RunVerdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> ExitCode.OK;
      case NOT_CONFORMANT -> ExitCode.NO;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }
}
