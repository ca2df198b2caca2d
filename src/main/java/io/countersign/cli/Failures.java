package io.countersign.cli;

import io.countersign.document.InputException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One clear message for whatever went wrong, and the exit status that belongs to it. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String DEBUG = "COUNTERSIGN_DEBUG";

  /** One that is named as a credential is; a slip in the option for their file is a slip. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "--?(?!cred)[a-z0-9_-]*(secret|token|passw|pwd|key|account)[a-z0-9_-]*",
          Pattern.CASE_INSENSITIVE);

  private static final String NO_NUMBER = "' is no whole number, or too large a one";

  private final Environment environment;

  Failures(Environment environment) {
    this.environment = environment;
  }

  @Override
  public int handleParseException(ParameterException first, String[] args) {
    CommandLine line = first.getCommandLine();
    // What is missing may be there, misspelt.
    List<String> unmatched = line.getUnmatchedArguments();
    ParameterException wrong =
        unmatched.isEmpty() ? first : new UnmatchedArgumentException(line, unmatched);
    Optional<String> exposed = exposed(unmatched);
    environment.say(exposed.orElseGet(() -> message(wrong)));
    if (exposed.isEmpty()) {
      UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
    }
    environment.err().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    environment.flush();
    return ExitCode.USAGE;
  }

  /** Of an option that somebody wanted to give a credential with: its value is not said again. */
  private static Optional<String> exposed(List<String> unmatched) {
    return unmatched.stream()
        .map(argument -> argument.split("=", 2)[0])
        .filter(CREDENTIAL.asMatchPredicate())
        .findFirst()
        .map(
            option ->
                "unknown option "
                    + option
                    + "; credentials come from a file (--credentials) or the environment, never"
                    + " from an argument, which every user of the machine can see");
  }

  /** What is left over behind the name of the program was meant to be a command. */
  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      boolean program = wrong.getCommandLine().getCommand() instanceof Countersign;
      String first = unmatched.getUnmatched().get(0);
      return first.startsWith("-")
          ? "unknown option " + first + (program ? "; options stand behind the command" : "")
          : (program ? "there is no command '" : "nothing is to be done with '") + first + "'";
    }
    // Words for programmers, of the parser of the command line.
    return wrong.getMessage().replaceFirst("' is not an? (int|long)$", NO_NUMBER);
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    if (failure instanceof InputException) {
      environment.say(failure.getMessage());
      trace(failure);
      return ExitCode.USAGE;
    }
    return internal(failure);
  }

  /** The message of an unforeseen exception may hold anything, so only its kind is said. */
  private int internal(Throwable failure) {
    environment.say(
        "internal error ("
            + failure.getClass().getSimpleName()
            + "); this is a defect: please report it with what "
            + DEBUG
            + "=1 prints");
    trace(failure);
    return ExitCode.INTERNAL;
  }

  /** The machine, or Java, could not go on: nothing is known of what was asked. */
  int broken(Error failure) {
    if (failure instanceof OutOfMemoryError) {
      environment.say(
          "there is too little memory to go on; give Java more, as in "
              + "COUNTERSIGN_JAVA_OPTS=-Xmx512m");
      trace(failure);
      return ExitCode.INTERNAL;
    }
    return internal(failure);
  }

  private void trace(Throwable failure) {
    if (!environment.variables().getOrDefault(DEBUG, "").isEmpty()) {
      failure.printStackTrace(environment.err());
      environment.flush();
    }
  }

  /** A result that did not arrive is no result; whoever left has seen what was wanted. */
  int unwritable() {
    if (environment.deserted().getAsBoolean()) {
      return ExitCode.DESERTED;
    }
    environment.say("cannot write to standard output; look whether its disk is full");
    return ExitCode.USAGE;
  }

  /** For a command that only groups others. */
  static int missingCommand(CommandSpec spec) {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
