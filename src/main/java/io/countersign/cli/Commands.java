package io.countersign.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** The commands, each made only when it is asked for: a start costs what its command needs. */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "certify",
          "sign",
          "verify",
          "explain",
          "serve",
          "vectors",
          "schemes",
          "selftest",
          "completion");

  private final Environment environment;
  private final CommandLine.IFactory factory = new Factory();

  Commands(Environment environment) {
    this.environment = environment;
  }

  /**
   * What is to read these arguments: the one command that they name, called by its whole name, else
   * the program, with all of its commands where it is not only asked for its version.
   */
  CommandLine commandLine(String... args) {
    if (isNamed(args)) {
      return command(args[0]).setCommandName(Countersign.NAME + " " + args[0]);
    }
    CommandLine program = line(new Countersign());
    if (!List.of(args).equals(List.of("--version")) && !List.of(args).equals(List.of("-V"))) {
      for (String name : NAMES) {
        program.addSubcommand(name, command(name));
      }
      program.addSubcommand("help", new CommandLine(CommandLine.HelpCommand.class, factory));
    }
    return program;
  }

  /** What it is to read of them: the command is found already. */
  static String[] arguments(String... args) {
    return isNamed(args) ? Arrays.copyOfRange(args, 1, args.length) : args;
  }

  private static boolean isNamed(String... args) {
    return args.length > 0 && NAMES.contains(args[0]);
  }

  private CommandLine command(String name) {
    return switch (name) {
      case "certify" -> line(new CertifyCommand(environment));
      case "sign" -> line(new SignCommand(environment));
      case "verify" -> line(new VerifyCommand(environment));
      case "explain" -> line(new ExplainCommand(environment));
      case "serve" -> line(new ServeCommand(environment));
      case "vectors" ->
          line(new VectorsCommand())
              .addSubcommand("check", line(new VectorsCheckCommand(environment)));
      case "schemes" ->
          line(new SchemesCommand(environment))
              .addSubcommand("show", line(new SchemesShowCommand(environment)));
      case "selftest" -> line(new SelfTestCommand(environment));
      case "completion" -> line(new CompletionCommand(environment));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private CommandLine line(Command command) {
    return new CommandLine(command.spec(), factory);
  }
}
