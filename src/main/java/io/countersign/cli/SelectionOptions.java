package io.countersign.cli;

import io.countersign.steps.Tags;
import io.countersign.suite.Selection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which cases are tried. */
final class SelectionOptions implements OptionGroup {
  private final OptionSpec only =
      requirements(
          "--only",
          "Only these requirements, by id, as countersign schemes show SCHEME lists them.");

  private final OptionSpec skip =
      requirements("--skip", "Leave these requirements out; they are listed as skipped.");

  private final OptionSpec tags =
      Options.value(
              "--tags",
              "EXPR",
              String.class,
              "Only cases with these tags: a Cucumber tag expression, as in \"@signer\".")
          .build();

  private static OptionSpec requirements(String name, String description) {
    return Options.value(name, "ID,...", Set.class, description)
        .hideParamSyntax(true)
        .auxiliaryTypes(String.class)
        .initialValue(new LinkedHashSet<>())
        .splitRegex("\\s*,\\s*")
        .build();
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(only).addOption(skip).addOption(tags);
  }

  /**
   * @throws io.countersign.document.InputException if the expression is none
   */
  Selection selection() {
    String expression = tags.getValue();
    return new Selection(
        only.getValue(), skip.getValue(), Optional.ofNullable(expression).map(Tags::parse));
  }
}
