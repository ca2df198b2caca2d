package io.countersign.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How a command prints. */
final class OutputOptions implements OptionGroup {
  private static final String GREEN = "\033[32m";
  private static final String RED = "\033[31m";
  private static final String PLAIN = "\033[0m";

  private final OptionSpec json =
      Options.flag("--json", "Print the result as JSON; everything else goes to standard error.");

  private final OptionSpec quiet =
      Options.flag("--quiet", "Print the result and errors only, no notes on standard error.");

  private final OptionSpec noColor =
      Options.flag(
          "--no-color",
          "No colours; as with the variable NO_COLOR, and where standard output is no terminal.");

  private final Environment environment;

  OutputOptions(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(json).addOption(quiet).addOption(noColor).addOption(Options.help());
  }

  boolean json() {
    return json.getValue();
  }

  boolean quiet() {
    return quiet.getValue();
  }

  boolean color() {
    return !noColor.<Boolean>getValue() && environment.hasColor();
  }

  /** The text in green or red where colours are wanted. */
  String mark(boolean good, String text) {
    return color() ? (good ? GREEN : RED) + text + PLAIN : text;
  }

  /** Tells the person something that is neither result nor error. */
  void note(String message) {
    if (!quiet()) {
      environment.say(message);
    }
  }
}
