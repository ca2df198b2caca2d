package io.countersign.cli;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.report.Reports;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.steps.Suite;
import io.countersign.suite.ExpectedDeviations;
import io.countersign.suite.NothingTried;
import io.countersign.suite.Preflight;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
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
import java.util.Map;
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
      List<SchemeUnderTest> subjects =
          subjects(known, Targets.schemes(underTest, target, asked, known.ids()));
      requireKnown(deviations, subjects);
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
    List<SchemeUnderTest> subjects = subjects(known, asked.isEmpty() ? known.ids() : asked);
    environment.say("inconclusive: " + redactor(subjects).redact(problem.getMessage()));
    RunResult result =
        NothingTried.because(
            problem.getMessage(), problem.target(), profile.profile(), subjects, clock.clock());
    write(result, redactor(subjects));
    if (output.json()) {
      environment.out().print(summary());
    }
    return ExitCode.INCONCLUSIVE;
  }

  private int run(
      RunContext context,
      List<SchemeUnderTest> subjects,
      Selection chosen,
      ExpectedDeviations deviations) {
    Redactor redactor = redactor(subjects);
    context.target().guard(redactor);
    List<SchemeUnderTest> ready = preflight(context, subjects);
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
      RunListener trouble =
          new FirstTrouble(progress, words -> environment.say(redactor.redact(words)));
      Suite suite = new Suite(context, subjects, chosen, trouble);
      Interruption interruption =
          Interruption.watch(() -> write(deviations.applyTo(suite.soFar()), redactor));
      RunResult result = deviations.applyTo(suite.run());
      progress.says("writing the reports");
      write(result, redactor);
      interruption.over();
      return result;
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private void write(RunResult result, Redactor redactor) {
    Reports.write(result, redactor, reports, Version.text());
  }

  private void show(
      RunResult result, Redactor redactor, List<SchemeUnderTest> subjects, Selection chosen) {
    if (output.json()) {
      environment.out().print(summary());
    } else {
      new RunSummary(result, redactor, output, environment.out()).print();
      environment.out().println("report: " + reports.resolve("index.html"));
    }
    if (result.cases().isEmpty()) {
      environment.say("not one case was executed: nothing is selected" + unknown(subjects, chosen));
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

  private static String unknown(List<SchemeUnderTest> subjects, Selection chosen) {
    List<String> ids = requirementIds(subjects);
    List<String> unknown = chosen.unknown(ids);
    return unknown.isEmpty()
        ? ""
        : "; there is no requirement '"
            + unknown.get(0)
            + "'; "
            + Fields.suggestion(unknown.get(0), ids.toArray(String[]::new));
  }

  private static List<String> requirementIds(List<SchemeUnderTest> subjects) {
    return subjects.stream()
        .flatMap(subject -> subject.requirements().all().stream())
        .map(Requirement::id)
        .toList();
  }

  private static void requireKnown(
      ExpectedDeviations deviations, List<SchemeUnderTest> subjects) {
    List<String> ids = requirementIds(subjects);
    for (String id : deviations.ids()) {
      boolean ofThisRun =
          subjects.stream().anyMatch(subject -> id.startsWith(subject.scheme().id() + "/"));
      if (ofThisRun && !ids.isEmpty() && !ids.contains(id)) {
        throw InputException.of(
            "--expected names '" + id + "', which is no requirement",
            Fields.suggestion(id, ids.toArray(String[]::new)));
      }
    }
  }

  private List<SchemeUnderTest> subjects(Schemes known, List<String> ids) {
    List<Scheme> chosen = ids.stream().distinct().map(known::scheme).toList();
    Map<String, Credentials> found =
        target.adapter() == null && target.endpoint() == null
            ? credentials.of(chosen, output)
            : credentials.ofReal(chosen, output);
    return chosen.stream()
        .map(scheme -> new SchemeUnderTest(scheme, Requirements.of(scheme), found.get(scheme.id())))
        .toList();
  }

  /** Published examples are no secrets; taking them out would only make the reports unreadable. */
  private static Redactor redactor(List<SchemeUnderTest> subjects) {
    return Redactor.of(
        subjects.stream()
            .filter(subject -> !subject.credentials().equals(Credentials.examples(subject.scheme())))
            .map(SchemeUnderTest::credentials)
            .toList());
  }

  private static int status(RunVerdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> ExitCode.OK;
      case NOT_CONFORMANT -> ExitCode.NO;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }
}
