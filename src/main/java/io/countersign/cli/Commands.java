package io.countersign.cli;

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

  /** The command line for these arguments: with the one command that they name, or with all. */
  CommandLine commandLine(String... args) {
    CommandLine root = line(new Countersign());
    if (asksForVersion(args)) {
      return root;
    }
    if (args.length > 0 && NAMES.contains(args[0])) {
      root.addSubcommand(args[0], command(args[0]));
    } else {
      for (String name : NAMES) {
        root.addSubcommand(name, command(name));
      }
      root.addSubcommand("help", new CommandLine(CommandLine.HelpCommand.class, factory));
    }
    return root;
  }

  /** Which no command has a part in. */
  private static boolean asksForVersion(String... args) {
    return args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"));
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
