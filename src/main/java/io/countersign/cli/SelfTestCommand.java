package io.countersign.cli;

import io.countersign.document.EnumWord;
import io.countersign.document.InputException;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.selftest.PowerPage;
import io.countersign.selftest.SelfTest;
import io.countersign.selftest.SelfTestResult;
import io.countersign.suite.BrokenRequirement;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code countersign selftest}. */
final class SelfTestCommand implements Command {
  private final PositionalParamSpec ids;

  private final OptionSpec seed =
      Options.value("--seed", "N", long.class, "Another seed for the fresh cases.")
          .initialValue(SelfTest.SEED)
          .build();

  private final OptionSpec markdown =
      Options.flag("--markdown", "Print the result as a page in Markdown.");

  private final ProfileOptions profile = new ProfileOptions();
  private final SchemeOptions schemes;
  private final OutputOptions output;
  private final IgnoredOptions ignored = IgnoredOptions.of();

  private final Environment environment;

  SelfTestCommand(Environment environment) {
    this.environment = environment;
    this.ids =
        Options.schemes(
            environment, "0..*", "The schemes to try; all documented ones if none is named.");
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            "selftest",
            "Show what the suite catches, by trying it on every known way of being wrong.",
            this)
        .description(
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
                + "\"title\":…,\"end\":…,\"reason\":…,\"requirements\":[…]}]}.")
        .takes(ids, seed, markdown)
        .takes(profile)
        .takes(schemes)
        .takes(output)
        .takes(ignored)
        .exits(
            "0:everything wrong was caught, nothing right was accused, and each must is named",
            "1:something survived, was accused, or is not named",
            ExitCode.USAGE_HELP,
            ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign selftest",
            "  countersign selftest SCHEME",
            "  countersign selftest --json > power.json")
        .spec();
  }

  @Override
  public Integer call() {
    ignored.note(output);
    SelfTestResult result = run(subjects());
    if (output.json()) {
      Json.pretty(
          environment.out(),
          json -> SelfTestJson.write(result, profile.profile(), seed.getValue(), json));
    } else if (markdown.getValue()) {
      environment.out().print(PowerPage.of(result));
    } else {
      new SelfTestSummary(result, output, environment.out()).print(!output.quiet());
    }
    return result.isGood() ? ExitCode.OK : ExitCode.NO;
  }

  private SelfTestResult run(List<SchemeUnderTest> subjects) {
    SelfTest test = new SelfTest(subjects, profile.profile(), SelfTest.CLOCK, seed.getValue());
    boolean page = markdown.getValue();
    boolean progress = environment.terminal() && !output.quiet() && !output.json() && !page;
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
    List<String> given = ids.getValue();
    List<String> named = given.isEmpty() ? known.ids() : given;
    List<SchemeUnderTest> subjects = new ArrayList<>();
    for (String id : named) {
      Scheme scheme = known.scheme(id);
      if (profile.profile() == Profile.DOCUMENTED || scheme.hasDeployedProfile()) {
        Requirements requirements = Requirements.of(scheme);
        BrokenRequirement.requireKnown(scheme, requirements);
        subjects.add(new SchemeUnderTest(scheme, requirements, Credentials.examples(scheme)));
      }
    }
    if (subjects.isEmpty()) {
      throw InputException.of(
          "none of these schemes has a profile " + EnumWord.of(profile.profile()),
          "name one that has, or leave out --profile");
    }
    return subjects;
  }
}
