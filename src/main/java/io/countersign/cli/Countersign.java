package io.countersign.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: {@code countersign} itself, and how any of its commands is run. */
@Command(
    name = "countersign",
    header = "Certifies, makes, verifies and explains signed HTTP requests.%n",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    versionProvider = Version.class,
    footer = {
      "",
      "Each command explains itself: countersign sign --help",
      "",
      "Credentials come from a file (--credentials) or from environment variables such as",
      "COUNTERSIGN_SECRETKEY, never from an argument, which every user of the machine can read."
    })
final class Countersign implements Callable<Integer> {
  @Mixin private final HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  private boolean version;

  @Spec private CommandSpec spec;

  /** Runs one command line and returns its exit status. */
  static int run(Environment environment, String... args) {
    Failures failures = new Failures(environment);
    CommandLine line = Commands.of(environment).commandLine(args);
    line.setOut(writer(environment.out()))
        .setErr(writer(environment.err()))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                environment.hasColor() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    int status = line.execute(args);
    return environment.flush() ? status : failures.unwritable();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public Integer call() {
    return Failures.missingCommand(spec);
  }
}
