package io.countersign.cli;

import io.countersign.vector.VectorCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code countersign vectors check}. */
@Command(
    name = "check",
    header = "Run vector files through the reference signer and verifier.",
    description = {
      "",
      "Prints every vector that fails, with what it expects and what came of it, and at the end"
          + " 'N passed, N failed'. Each stage that a vector pins (stringToSign, signature, signed)"
          + " must match, and of a verification the reason, too. A big file is checked on every core,"
          + " and however many vectors it holds, only a few are in memory at a time.",
      "",
      "With --json: {\"failures\":[{\"file\":…,\"id\":…,\"mismatches\":[{\"what\":…,\"expected\":…,"
          + "\"actual\":…}]}],\"passed\":n,\"failed\":n}."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all passed",
      "1:at least one failed",
      "2:wrong usage, or a file that is no vector file or holds no vector",
      ExitCode.INTERNAL_HELP
    },
    footer = {
      "",
      "Examples:",
      "  countersign vectors check vectors/*/*.json",
      "  countersign vectors check --profile deployed --json mine.json"
    })
final class VectorsCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Vector files, JSON.")
  private List<Path> files = new ArrayList<>();

  @Mixin private final ProfileOptions profile = new ProfileOptions();
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;
  @Mixin private final IgnoredOptions ignored = new IgnoredOptions();

  private final Environment environment;

  VectorsCheckCommand(Environment environment) {
    this.environment = environment;
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
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
      for (Path file : files) {
        boolean read = check.run(file, vectors -> tally.count(file.toString(), vectors));
        if (!read) {
          output.note(file + " is a JSON Schema and was left out");
        }
      }
      tally.end();
    }
    return tally.failed() == 0 ? ExitCode.OK : ExitCode.NO;
  }
}
