package io.countersign.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands, each made only when it is asked for: a start costs what its command needs. */
final class Commands {
  private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
  private final CommandLine.IFactory factory;

  private Commands(CommandLine.IFactory factory) {
    this.factory = factory;
  }

  static Commands of(Environment environment) {
    Commands commands = new Commands(new Factory(environment));
    commands.add("certify", () -> new CertifyCommand(environment));
    commands.add("sign", () -> new SignCommand(environment));
    commands.add("verify", () -> new VerifyCommand(environment));
    commands.add("explain", () -> new ExplainCommand(environment));
    commands.add("serve", () -> new ServeCommand(environment));
    commands.add(
        "vectors",
        () -> new VectorsCommand(),
        Map.of("check", () -> new VectorsCheckCommand(environment)));
    commands.add(
        "schemes",
        () -> new SchemesCommand(environment),
        Map.of("show", () -> new SchemesShowCommand(environment)));
    commands.add("selftest", () -> new SelfTestCommand(environment));
    commands.add("completion", () -> new CompletionCommand(environment));
    return commands;
  }

  private void add(String name, Supplier<Object> command) {
    add(name, command, Map.of());
  }

  private void add(String name, Supplier<Object> command, Map<String, Supplier<Object>> below) {
    commands.put(
        name,
        () -> {
          CommandLine line = new CommandLine(command.get(), factory);
          below.forEach(
              (child, maker) -> line.addSubcommand(child, new CommandLine(maker.get(), factory)));
          return line;
        });
  }

  /** The command line for these arguments: with the one command that they name, or with all. */
  CommandLine commandLine(String... args) {
    CommandLine root = new CommandLine(new Countersign(), factory);
    if (args.length > 0 && commands.containsKey(args[0])) {
      root.addSubcommand(args[0], commands.get(args[0]).get());
    } else {
      commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
      root.addSubcommand("help", new CommandLine(CommandLine.HelpCommand.class, factory));
    }
    unsorted(root);
    return root;
  }

  /** Help lists options in the order of the sources, which is that of their weight. */
  private static void unsorted(CommandLine line) {
    line.getCommandSpec().usageMessage().sortOptions(false);
    line.getSubcommands().values().forEach(Commands::unsorted);
  }
}
