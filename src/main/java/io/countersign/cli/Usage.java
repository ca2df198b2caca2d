package io.countersign.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Describes a command to the parser of the command line. It is done in code and not by annotations,
 * since to read those by reflection takes longer than everything else that a short command does.
 */
final class Usage {
  private final CommandSpec spec;
  private final UsageMessageSpec message;

  private Usage(CommandSpec spec) {
    this.spec = spec;
    this.message = spec.usageMessage();
  }

  /**
   * @param name the word that calls it
   * @param header what it does, in one sentence
   */
  static Usage of(String name, String header, Callable<Integer> command) {
    Usage usage = new Usage(CommandSpec.wrapWithoutInspection(command, new Factory()).name(name));
    usage
        .message
        .header(header)
        .commandListHeading("%nCommands:%n")
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        // Help lists options in the order of the sources, which is that of their weight.
        .sortOptions(false);
    return usage;
  }

  /** What help says below the synopsis: paragraphs. */
  Usage description(String... lines) {
    message.description(below("", lines));
    return this;
  }

  /** Adds arguments and options, in the order in which help lists them. */
  Usage takes(ArgSpec... args) {
    for (ArgSpec arg : args) {
      spec.add(arg);
    }
    return this;
  }

  /** Adds options that several commands have. */
  Usage takes(OptionGroup group) {
    group.addTo(spec);
    return this;
  }

  /**
   * @param codes each exit status with what it means: {@code "0:accepted"}
   */
  Usage exits(String... codes) {
    message
        .exitCodeListHeading("%nExit status:%n")
        .exitCodeList(UsageMessageSpec.keyValuesMap(codes));
    return this;
  }

  /** What help says at its end. */
  Usage footer(String... lines) {
    message.footer(below("", lines));
    return this;
  }

  /** Command lines to copy, at the end of the help. */
  Usage examples(String... lines) {
    return footer(below("Examples:", lines));
  }

  CommandSpec spec() {
    return spec;
  }

  private static String[] below(String first, String... lines) {
    String[] all = new String[lines.length + 1];
    all[0] = first;
    System.arraycopy(lines, 0, all, 1, lines.length);
    return all;
  }
}
