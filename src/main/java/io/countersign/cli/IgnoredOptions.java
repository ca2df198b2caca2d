package io.countersign.cli;

import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/**
 * Options that all commands share and this one has no use for. They are taken, so that a script can
 * give every command the same ones, and a note says that they change nothing.
 */
final class IgnoredOptions {
  private final Set<String> given = new TreeSet<>();

  @Option(names = "--credentials", paramLabel = "FILE", hidden = true)
  private void credentials(String file) {
    given.add("--credentials");
  }

  @Option(names = "--at", paramLabel = "INSTANT", hidden = true)
  private void at(String instant) {
    given.add("--at");
  }

  /** Another option that the command at hand has no use for. */
  void add(String option) {
    given.add(option);
  }

  void note(OutputOptions output) {
    given.forEach(option -> output.note(option + " changes nothing here"));
  }
}
