package io.countersign.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code countersign completion}. */
final class CompletionCommand implements Command {
  /** The shells; that of zsh goes through zsh's own emulation of bash's completion. */
  enum Shell {
    BASH(""),
    ZSH("autoload -Uz compinit && compinit\nautoload -Uz bashcompinit && bashcompinit\n");

    private final String preparation;

    Shell(String preparation) {
      this.preparation = preparation;
    }
  }

  static final class ShellChoices extends Choices<Shell> {
    ShellChoices() {
      super(Shell.class, "completion for the shell");
    }
  }

  private final PositionalParamSpec shell =
      Options.argument("SHELL", Shell.class, "bash (the default) or zsh.")
          .arity("0..1")
          .converters(new ShellChoices())
          .completionCandidates(new ShellChoices())
          .initialValue(Shell.BASH)
          .build();

  private final Environment environment;

  CompletionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            "completion", "Print a script that completes commands and options in a shell.", this)
        .takes(shell, Options.help())
        .exits(ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP)
        .examples(
            "  source <(countersign completion bash)", "  source <(countersign completion zsh)")
        .spec()
        .aliases("generate-completion");
  }

  @Override
  public Integer call() {
    CommandLine all = new Commands(environment).commandLine();
    environment.out().print(shell.<Shell>getValue().preparation);
    environment.out().print(AutoComplete.bash("countersign", all));
    return ExitCode.OK;
  }
}
