package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Requirements;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code countersign schemes show}. */
final class SchemesShowCommand implements Command {
  private final PositionalParamSpec scheme;

  private final ProfileOptions profile = new ProfileOptions();
  private final SchemeOptions schemes;
  private final OutputOptions output;
  private final IgnoredOptions ignored = IgnoredOptions.of();

  private final Environment environment;
  private final CommandSpec spec;

  SchemesShowCommand(Environment environment) {
    this.environment = environment;
    this.scheme = Options.scheme(environment);
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
    this.spec = described();
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  private CommandSpec described() {
    return Usage.of(
            "show",
            "Show one scheme: how it signs, what it asks for, and what it leaves open.",
            this)
        .description(
            "Prints the documents that the scheme rests on, its credential fields, how it signs under"
                + " each profile, what the signature leaves open, its requirements by level, and the"
                + " errata of its documents.",
            "",
            "With --json: an object with id, title, summary, documents, credentials, profiles and"
                + " requirements (an erratum is one whose disposition is erratum).")
        .takes(scheme)
        .takes(profile)
        .takes(schemes)
        .takes(output)
        .takes(ignored)
        .exits(ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign schemes show SCHEME",
            "  countersign schemes show SCHEME --profile deployed --json")
        .spec();
  }

  /** Whoever writes them there means this command; the one before does not hand them on. */
  private static void requireBehind(CommandLine before) {
    before.getParseResult().matchedOptions().stream()
        .findFirst()
        .ifPresent(
            option -> {
              throw InputException.of(
                  option.longestName() + " stands before 'show'", "write it behind");
            });
  }

  @Override
  public Integer call() {
    requireBehind(spec.commandLine().getParent());
    ignored.note(output);
    Scheme shown = schemes.load().scheme(scheme.getValue());
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
