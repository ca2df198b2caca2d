package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.vector.VectorCheck;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code countersign vectors check}. */
final class VectorsCheckCommand implements Command {
  private final PositionalParamSpec files =
      Options.arguments("FILE", Path.class, "1..*", "Vector files, JSON.").build();

  private final ProfileOptions profile = new ProfileOptions();
  private final SchemeOptions schemes;
  private final OutputOptions output;
  private final IgnoredOptions ignored = IgnoredOptions.of();

  private final Environment environment;

  VectorsCheckCommand(Environment environment) {
    this.environment = environment;
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of("check", "Run vector files through the reference signer and verifier.", this)
        .description(
            "Prints every vector that fails, with what it expects and what came of it, and at the end"
                + " 'N passed, N failed'. Each stage that a vector pins (stringToSign, signature, signed)"
                + " must match, and of a verification the reason, too. A big file is checked on every core,"
                + " and however many vectors it holds, only a few are in memory at a time.",
            "",
            "With --json: {\"failures\":[{\"file\":…,\"id\":…,\"mismatches\":[{\"what\":…,\"expected\":…,"
                + "\"actual\":…}]}], \"passed\":n, \"failed\":n}, and \"errors\":[…] where a file could not be read"
                + " to its end; the others are checked all the same.")
        .takes(files)
        .takes(profile)
        .takes(schemes)
        .takes(output)
        .takes(ignored)
        .exits(
            "0:all passed",
            "1:at least one failed",
            "2:wrong usage, or a file that is no vector file or holds no vector",
            ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign vectors check vectors/*/*.json",
            "  countersign vectors check --profile deployed --json mine.json")
        .spec();
  }

  @Override
  public Integer call() {
    ignored.note(output);
    VectorCheck check = VectorCheck.of(schemes.load(), profile.profile());
    VectorTally tally =
        output.json()
            ? VectorTally.json(environment.out())
            : VectorTally.text(environment.out(), output);
    try (tally) {
      for (Path file : files.<List<Path>>getValue()) {
        check(file, check, tally);
      }
      tally.end();
    }
    if (tally.errors() > 0) {
      return ExitCode.USAGE;
    }
    return tally.failed() == 0 ? ExitCode.OK : ExitCode.NO;
  }

  /** What is wrong with one file is said, and does not keep the others from being checked. */
  private void check(Path file, VectorCheck check, VectorTally tally) {
    try {
      boolean read = check.run(file, vectors -> tally.count(file.toString(), vectors));
      if (!read) {
        output.note(file + " is a JSON Schema and was left out");
      }
    } catch (InputException e) {
      environment.say(e.getMessage());
      tally.count(e);
    }
  }
}
