package io.countersign.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code countersign completion}. */
@Command(
    name = "completion",
    aliases = "generate-completion",
    header = "Print a script that completes commands and options in a shell.",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP},
    footer = {
      "",
      "Examples:",
      "  source <(countersign completion bash)",
      "  source <(countersign completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The shells; that of zsh goes through zsh's own emulation of bash's completion. */
  enum Shell {
    BASH(""),
    ZSH("autoload -Uz compinit && compinit\nautoload -Uz bashcompinit && bashcompinit\n");

    private final String preparation;

    Shell(String preparation) {
      this.preparation = preparation;
    }
  }

  static final class ShellWords extends Words<Shell> {
    ShellWords() {
      super(Shell.class, "completion for the shell");
    }
  }

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      converter = ShellWords.class,
      completionCandidates = ShellWords.class,
      description = "bash (the default) or zsh.")
  private Shell shell = Shell.BASH;

  @Mixin private final HelpOption help = new HelpOption();

  private final Environment environment;

  CompletionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    CommandLine all = Commands.of(environment).commandLine();
    environment.out().print(shell.preparation);
    environment.out().print(AutoComplete.bash("countersign", all));
    return ExitCode.OK;
  }
}
