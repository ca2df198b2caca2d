package io.countersign.cli;

import io.countersign.report.Reports;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.steps.Suite;
import io.countersign.suite.ExpectedDeviations;
import io.countersign.suite.NothingTried;
import io.countersign.suite.Preflight;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.Role;
import io.countersign.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countersign certify}, the main job. */
@Command(
    name = "certify",
    header = "Run the conformance suite and write the reports.",
    description = {
      "",
      "Runs the features of each scheme against an implementation and says whether it does what"
          + " the scheme's documentation asks. Without --adapter and --endpoint that is the"
          + " reference signer, the reference verifier and the mock vendor, on this machine."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:conformant",
      "1:not conformant",
      ExitCode.USAGE_HELP,
      "3:inconclusive: the target could not be reached or crashed, a control failed, or not one"
          + " case was executed",
      ExitCode.INTERNAL_HELP,
      "130:interrupted; the reports hold what had run"
    },
    footer = {
      "",
      "Examples:",
      "  countersign certify",
      "  countersign certify SCHEME --adapter \"python3 my_signer.py\"",
      "  countersign certify SCHEME --endpoint https://sandbox.example.com \\",
      "      --credentials sandbox.yaml --path /api/1/ACCOUNT/events",
      "  countersign certify SCHEME --only SCHEME/signature-form,SCHEME/timestamp-window"
    })
final class CertifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCHEME",
      arity = "0..*",
      completionCandidates = SchemeIds.class,
      description = "The schemes to try. Default: every one that the target knows.")
  private List<String> asked = new ArrayList<>();

  @Mixin private final TargetOptions target = new TargetOptions();

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Where the reports go. Default: reports.")
  private Path reports = Path.of("reports");

  @Mixin private final SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--expected",
      paramLabel = "FILE",
      description =
          "Known deviations, a mapping of requirement id to reason: an expected failure does not"
              + " fail the run, and one that no longer happens does.")
  private @Nullable Path expected;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the freshly made cases, to repeat a run exactly.")
  private @Nullable Long seed;

  @Mixin private final CredentialOptions credentials;
  @Mixin private final ClockOptions clock;
  @Mixin private final ProfileOptions profile = new ProfileOptions();
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;

  private final Environment environment;

  CertifyCommand(Environment environment) {
    this.environment = environment;
    this.credentials = new CredentialOptions(environment);
    this.clock = new ClockOptions(environment);
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public Integer call() {
    target.check();
    Schemes known = schemes.load();
    asked.forEach(known::scheme);
    Selection chosen = selection.selection();
    ExpectedDeviations deviations =
        expected == null ? ExpectedDeviations.NONE : ExpectedDeviations.read(expected);
    try (Target underTest = Targets.of(target, environment)) {
      CertifySubjects subjects =
          subjects(known, Targets.schemes(underTest, target, asked, known.ids()));
      subjects.requireKnown(deviations);
      long chosenSeed =
          seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
      Clock time = Targets.clock(underTest, clock, target);
      RunContext context =
          new RunContext(
              underTest,
              profile.profile(),
              time,
              chosenSeed,
              Optional.ofNullable(target.path()));
      return run(context, subjects, chosen, deviations);
    } catch (UnreachableException e) {
      return unreachable(e, known);
    }
  }

  /** What could not be tried is reported, too: as one case that could not tell. */
  private int unreachable(UnreachableException problem, Schemes known) {
    environment.say("inconclusive: " + problem.getMessage());
    List<Scheme> chosen = schemes(known, asked.isEmpty() ? known.ids() : asked);
    // Whose credentials they would have been says nothing now, so no note about them.
    CertifySubjects subjects = CertifySubjects.of(chosen, credentials.quietly(chosen));
    RunResult result =
        NothingTried.because(
            problem.getMessage(),
            problem.target(),
            profile.profile(),
            subjects.all(),
            clock.clock());
    write(result, subjects.redactor());
    if (output.json()) {
      environment.out().print(summary());
    }
    return ExitCode.INCONCLUSIVE;
  }

  private int run(
      RunContext context,
      CertifySubjects subjects,
      Selection chosen,
      ExpectedDeviations deviations) {
    Redactor redactor = subjects.redactor();
    List<SchemeUnderTest> ready = preflight(context, subjects.all());
    RunResult result = execute(context, ready, chosen, deviations, redactor);
    show(result, redactor, subjects, chosen);
    return status(result.verdict());
  }

  /** A server must accept what is right before it is asked anything else. */
  private List<SchemeUnderTest> preflight(RunContext context, List<SchemeUnderTest> subjects) {
    if (context.target().baseUrl(Role.ENDPOINT).isEmpty()) {
      return subjects;
    }
    List<SchemeUnderTest> ready = new ArrayList<>();
    for (SchemeUnderTest subject : subjects) {
      Preflight.Finding finding = Preflight.of(context, subject);
      if (finding instanceof Preflight.Finding.Refused refused) {
        throw new UnreachableException(
            context.target().info(),
            refused.diagnosis() + Targets.clockWords(context.target()));
      }
      Preflight.Finding.Ready found = (Preflight.Finding.Ready) finding;
      if (!found.settled().isEmpty()) {
        output.note(found.settled());
      }
      ready.add(found.subject());
    }
    return ready;
  }

  private RunResult execute(
      RunContext context,
      List<SchemeUnderTest> subjects,
      Selection chosen,
      ExpectedDeviations deviations,
      Redactor redactor) {
    boolean watched = environment.terminal() && !output.quiet() && !output.json();
    try (ProgressLine progress = new ProgressLine(watched ? environment.err() : nowhere())) {
      Suite suite = new Suite(context, subjects, chosen, progress);
      Interruption interruption =
          Interruption.watch(() -> write(deviations.applyTo(suite.soFar()), redactor));
      try {
        RunResult result = deviations.applyTo(suite.run());
        progress.says("writing the reports");
        write(result, redactor);
        return result;
      } finally {
        interruption.over();
      }
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private void write(RunResult result, Redactor redactor) {
    Reports.write(result, redactor, reports, Version.text());
  }

  private void show(
      RunResult result, Redactor redactor, CertifySubjects subjects, Selection chosen) {
    if (output.json()) {
      environment.out().print(summary());
    } else {
      new RunSummary(result, redactor, output, environment.out()).print();
      environment.out().println("report: " + reports.resolve("index.html"));
    }
    if (result.cases().isEmpty()) {
      environment.say("not one case was executed: nothing is selected" + subjects.unknown(chosen));
    }
  }

  /** The summary as it was written, so that both are the same to the byte. */
  private String summary() {
    try {
      return Files.readString(reports.resolve("summary.json"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CertifySubjects subjects(Schemes known, List<String> ids) {
    List<Scheme> chosen = schemes(known, ids);
    return CertifySubjects.of(
        chosen,
        target.adapter() == null && target.endpoint() == null
            ? credentials.of(chosen, output)
            : credentials.ofReal(chosen, output));
  }

  private static List<Scheme> schemes(Schemes known, List<String> ids) {
    return ids.stream().distinct().map(known::scheme).toList();
  }

  private static int status(RunVerdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> ExitCode.OK;
      case NOT_CONFORMANT -> ExitCode.NO;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }
}
