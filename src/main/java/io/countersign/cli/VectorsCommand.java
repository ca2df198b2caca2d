package io.countersign.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code countersign vectors}, which only groups. */
@Command(
    name = "vectors",
    header = "Work with test vectors.",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n")
final class VectorsCommand implements Callable<Integer> {
  @Mixin private final HelpOption help = new HelpOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Failures.missingCommand(spec);
  }
}
