package io.countersign.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that all commands share and this one has no use for. They are taken, so that a script can
 * give every command the same ones, and a note says that they change nothing.
 */
final class IgnoredOptions implements OptionGroup {
  private final List<OptionSpec> options;

  private IgnoredOptions(OptionSpec... options) {
    this.options = List.of(options);
  }

  /** Those of a command that needs a profile, and neither time nor party. */
  static IgnoredOptions of() {
    return new IgnoredOptions(option("--at", "INSTANT"), option("--credentials", "FILE"));
  }

  /** Those of a command that does not even need a profile. */
  static IgnoredOptions withProfile() {
    return new IgnoredOptions(
        option("--at", "INSTANT"), option("--credentials", "FILE"), option("--profile", "PROFILE"));
  }

  private static OptionSpec option(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).type(String.class).hidden(true).build();
  }

  @Override
  public void addTo(CommandSpec spec) {
    for (OptionSpec option : options) {
      spec.addOption(option);
    }
  }

  void note(OutputOptions output) {
    for (OptionSpec option : options) {
      if (option.getValue() != null) {
        output.note(option.longestName() + " changes nothing here");
      }
    }
  }
}
