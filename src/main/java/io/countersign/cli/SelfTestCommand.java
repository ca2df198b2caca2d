package io.countersign.cli;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.selftest.PowerPage;
import io.countersign.selftest.SelfTest;
import io.countersign.selftest.SelfTestResult;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countersign selftest}. */
@Command(
    name = "selftest",
    header = "Show what the suite catches, by trying it on every known way of being wrong.",
    description = {
      "",
      "Runs the whole suite against each deviating signer and verifier of the catalogue, a sample"
          + " of them over HTTP, and against signers that are right in another way than the"
          + " reference. Prints each of them with the requirements that it fails (not with --quiet), for"
          + " each scheme and role how many were caught, then what survived, who was accused"
          + " wrongly, and the musts that no failure names.",
      "",
      "The clock and the seed are fixed, so that everybody gets the same figures.",
      "",
      "With --json: {\"profile\":…,\"seed\":n,\"good\":…,\"caught\":n,\"of\":n,\"survived\":n,"
          + "\"accused\":n,\"unnamed\":[…],\"trials\":[{\"scheme\":…,\"role\":…,\"id\":…,"
          + "\"title\":…,\"end\":…,\"reason\":…,\"requirements\":[…]}]}."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything wrong was caught, nothing right was accused, and each must is named",
      "1:something survived, was accused, or is not named",
      ExitCode.USAGE_HELP,
      ExitCode.INTERNAL_HELP
    },
    footer = {
      "",
      "Examples:",
      "  countersign selftest",
      "  countersign selftest SCHEME",
      "  countersign selftest --json > power.json"
    })
final class SelfTestCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCHEME",
      arity = "0..*",
      completionCandidates = SchemeIds.class,
      description = "The schemes to try; all documented ones if none is named.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Another seed for the fresh cases.")
  private long seed = SelfTest.SEED;

  @Option(names = "--markdown", description = "Print the result as a page in Markdown.")
  private boolean markdown;

  @Mixin private final ProfileOptions profile = new ProfileOptions();
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;
  @Mixin private final IgnoredOptions ignored = new IgnoredOptions();

  private final Environment environment;

  SelfTestCommand(Environment environment) {
    this.environment = environment;
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public Integer call() {
    ignored.note(output);
    SelfTestResult result = run(subjects());
    if (output.json()) {
      Json.pretty(
          environment.out(), json -> SelfTestJson.write(result, profile.profile(), seed, json));
    } else if (markdown) {
      environment.out().print(PowerPage.of(result));
    } else {
      new SelfTestSummary(result, output, environment.out()).print(!output.quiet());
    }
    return result.isGood() ? ExitCode.OK : ExitCode.NO;
  }

  private SelfTestResult run(List<SchemeUnderTest> subjects) {
    SelfTest test = new SelfTest(subjects, profile.profile(), SelfTest.CLOCK, seed);
    boolean progress = environment.terminal() && !output.quiet() && !output.json() && !markdown;
    if (!progress) {
      return test.run(trial -> {});
    }
    try (ProgressLine line = new ProgressLine(environment.out())) {
      int[] done = {0};
      return test.run(
          trial -> line.says("%d tried  %s %s".formatted(++done[0], trial.scheme(), trial.id())));
    }
  }

  private List<SchemeUnderTest> subjects() {
    Schemes known = schemes.load();
    List<String> named = ids.isEmpty() ? known.ids().stream().toList() : ids;
    List<SchemeUnderTest> subjects = new ArrayList<>();
    for (String id : named) {
      Scheme scheme = known.scheme(id);
      if (profile.profile() == Profile.DOCUMENTED || scheme.hasDeployedProfile()) {
        subjects.add(
            new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme)));
      }
    }
    if (subjects.isEmpty()) {
      throw InputException.of(
          "none of these schemes has a profile " + Fields.wordFor(profile.profile()),
          "name one that has, or leave out --profile");
    }
    return subjects;
  }
}
