package io.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The kinds of arguments and options that commands take. */
final class Options {
  private Options() {}

  /** An option without a value: true where it is given. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .initialValue(false)
        .description(description)
        .build();
  }

  /**
   * An option with a value; null where it is not given and has no initial one.
   *
   * @param label what help calls the value
   * @param type of the value
   */
  static OptionSpec.Builder value(String name, String label, Class<?> type, String description) {
    return OptionSpec.builder(name).paramLabel(label).type(type).description(description);
  }

  /** {@code --help}, which every command has. */
  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .type(boolean.class)
        .usageHelp(true)
        .description("Show this help and exit.")
        .build();
  }

  /** The one argument of a command. */
  static PositionalParamSpec.Builder argument(String label, Class<?> type, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(type)
        .index("0")
        .description(description);
  }

  /**
   * The arguments of a command that takes several.
   *
   * @param arity how many, as in {@code 1..*}
   */
  static PositionalParamSpec.Builder arguments(
      String label, Class<?> type, String arity, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(type)
        .initialValue(new ArrayList<>())
        .arity(arity)
        .required(!arity.startsWith("0"))
        .description(description);
  }

  /** The scheme that a command is about. */
  static PositionalParamSpec scheme(Environment environment) {
    return argument("SCHEME", String.class, "The signing scheme; countersign schemes lists them.")
        .arity("1")
        .required(true)
        .completionCandidates(new SchemeIds(environment))
        .build();
  }

  /**
   * The schemes that a command is about.
   *
   * @param arity how many, as in {@code 1..*}
   */
  static PositionalParamSpec schemes(Environment environment, String arity, String description) {
    return arguments("SCHEME", String.class, arity, description)
        .completionCandidates(new SchemeIds(environment))
        .build();
  }
}
