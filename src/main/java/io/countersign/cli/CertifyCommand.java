package io.countersign.cli;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.suite.ExpectedDeviations;
import io.countersign.suite.Requirements;
import io.countersign.suite.RunContext;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Target;
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
    Certification certification =
        new Certification(
            environment,
            output,
            reports,
            selection.selection(),
            expected == null ? ExpectedDeviations.NONE : ExpectedDeviations.read(expected),
            new ChosenIds(known, asked.isEmpty() ? known.ids() : asked));
    certification.requireKnown();
    try (Target underTest = Targets.of(target, environment)) {
      List<SchemeUnderTest> subjects =
          subjects(known, Targets.schemes(underTest, target, asked, known.ids()));
      long chosenSeed =
          seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
      Clock time = Targets.clock(underTest, clock, target);
      RunContext context =
          new RunContext(
              underTest, profile.profile(), time, chosenSeed, Optional.ofNullable(target.path()));
      return certification.run(context, subjects);
    } catch (UnreachableException e) {
      List<Scheme> chosen = schemes(known, asked.isEmpty() ? known.ids() : asked);
      // Nothing was tried, so nobody needs to know with whose credentials, or hear it again.
      return certification.unreachable(
          e, profile.profile(), subjects(chosen, credentials.quietly(chosen)), clock.clock());
    }
  }

  private List<SchemeUnderTest> subjects(Schemes known, List<String> ids) {
    List<Scheme> chosen = schemes(known, ids);
    return subjects(
        chosen,
        target.adapter() == null && target.endpoint() == null
            ? credentials.of(chosen, output)
            : credentials.ofReal(chosen, output));
  }

  private static List<SchemeUnderTest> subjects(
      List<Scheme> chosen, Map<String, Credentials> found) {
    return chosen.stream()
        .map(scheme -> new SchemeUnderTest(scheme, Requirements.of(scheme), found.get(scheme.id())))
        .toList();
  }

  private static List<Scheme> schemes(Schemes known, List<String> ids) {
    return ids.stream().distinct().map(known::scheme).toList();
  }
}
