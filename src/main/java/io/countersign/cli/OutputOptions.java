package io.countersign.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command prints. */
final class OutputOptions {
  private static final String GREEN = "\033[32m";
  private static final String RED = "\033[31m";
  private static final String PLAIN = "\033[0m";

  @Option(
      names = "--json",
      description = "Print the result as JSON; everything else goes to standard error.")
  private boolean json;

  @Option(
      names = "--quiet",
      description = "Print the result and errors only, no notes on standard error.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description =
          "No colours; as with the variable NO_COLOR, and where standard output is no terminal.")
  private boolean noColor;

  @Mixin private final HelpOption help = new HelpOption();

  private final Environment environment;

  OutputOptions(Environment environment) {
    this.environment = environment;
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  boolean color() {
    return !noColor && environment.hasColor();
  }

  /** The text in green or red where colours are wanted. */
  String mark(boolean good, String text) {
    return color() ? (good ? GREEN : RED) + text + PLAIN : text;
  }

  /** Tells the person something that is neither result nor error. */
  void note(String message) {
    if (!quiet) {
      environment.say(message);
    }
  }
}
