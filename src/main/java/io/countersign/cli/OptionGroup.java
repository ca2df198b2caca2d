package io.countersign.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Options that belong together, and that several commands have. */
interface OptionGroup {
  /** Adds them to what a command takes, in the order in which help lists them. */
  void addTo(CommandSpec spec);
}
