package io.countersign.cli;

import io.countersign.steps.Tags;
import io.countersign.suite.Selection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cases are tried. */
final class SelectionOptions {
  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description =
          "Only these requirements, by id, as countersign schemes show SCHEME lists them.")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--skip",
      paramLabel = "ID",
      split = ",",
      description = "Leave these requirements out; they are listed as skipped.")
  private Set<String> skip = new LinkedHashSet<>();

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      description = "Only cases with these tags: a Cucumber tag expression, as in \"@signer\".")
  private @Nullable String tags;

  /**
   * @throws io.countersign.document.InputException if the expression is none
   */
  Selection selection() {
    return new Selection(only, skip, tags == null ? all -> true : Tags.parse(tags));
  }
}
