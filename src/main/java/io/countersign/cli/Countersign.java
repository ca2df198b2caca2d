package io.countersign.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: {@code countersign} itself, and how any of its commands is run. */
final class Countersign implements Command {
  static final String NAME = "countersign";

  private final CommandSpec spec =
      Usage.of(NAME, "Certifies, makes, verifies and explains signed HTTP requests.%n", this)
          .takes(Options.help(), version())
          .footer(
              "Each command explains itself: countersign sign --help",
              "",
              "Credentials come from a file (--credentials) or from environment variables such as",
              "COUNTERSIGN_SECRETKEY, never from an argument, which every user of the machine can"
                  + " read.")
          .spec()
          .versionProvider(new Version());

  private static OptionSpec version() {
    return OptionSpec.builder("-V", "--version")
        .type(boolean.class)
        .versionHelp(true)
        .description("Print the version and exit.")
        .build();
  }

  /** Runs one command line and returns its exit status. */
  static int run(Environment environment, String... args) {
    Failures failures = new Failures(environment);
    CommandLine line = new Commands(environment).commandLine(args);
    line.setOut(writer(environment.out()))
        .setErr(writer(environment.err()))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                environment.hasColor() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    int status = status(line, failures, args);
    return environment.flush() ? status : failures.unwritable();
  }

  /** Errors of the machine are none of picocli's, and Java would end with the status of a no. */
  private static int status(CommandLine line, Failures failures, String... args) {
    try {
      return line.execute(Commands.arguments(args));
    } catch (Error broken) {
      return failures.broken(broken);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    return Failures.missingCommand(spec);
  }
}
