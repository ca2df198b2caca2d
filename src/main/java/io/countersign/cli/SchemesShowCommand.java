package io.countersign.cli;

import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Requirements;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code countersign schemes show}. */
@Command(
    name = "show",
    header = "Show one scheme: how it signs, what it asks for, and what it leaves open.",
    description = {
      "",
      "Prints the documents that the scheme rests on, its credential fields, how it signs under"
          + " each profile, what the signature leaves open, its requirements by level, and the"
          + " errata of its documents.",
      "",
      "With --json: an object with id, title, summary, documents, credentials, profiles and"
          + " requirements (an erratum is one whose disposition is erratum)."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP},
    footer = {
      "",
      "Examples:",
      "  countersign schemes show SCHEME",
      "  countersign schemes show SCHEME --profile deployed --json"
    })
final class SchemesShowCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCHEME",
      completionCandidates = SchemeIds.class,
      description = "The signing scheme; countersign schemes lists them.")
  private String scheme = "";

  @Mixin private final ProfileOptions profile = new ProfileOptions();
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;
  @Mixin private final IgnoredOptions ignored = new IgnoredOptions();

  private final Environment environment;

  SchemesShowCommand(Environment environment) {
    this.environment = environment;
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public Integer call() {
    ignored.note(output);
    Scheme shown = schemes.load().scheme(scheme);
    Requirements requirements = Requirements.of(shown);
    if (output.json()) {
      Json.pretty(
          environment.out(),
          json -> new SchemeJson(json).write(shown, profiles(shown), requirements));
    } else {
      new SchemeSheet(environment.out()).print(shown, profiles(shown), requirements);
    }
    return ExitCode.OK;
  }

  /** The profile that was asked for; else those that differ. */
  private List<Profile> profiles(Scheme shown) {
    return profile
        .given()
        .map(List::of)
        .orElseGet(
            () ->
                shown.hasDeployedProfile()
                    ? List.of(Profile.DOCUMENTED, Profile.DEPLOYED)
                    : List.of(Profile.DOCUMENTED));
  }
}
