package io.countersign.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code countersign vectors}, which only groups. */
final class VectorsCommand implements Command {
  private final CommandSpec spec =
      Usage.of("vectors", "Work with test vectors.", this).takes(Options.help()).spec();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    return Failures.missingCommand(spec);
  }
}
