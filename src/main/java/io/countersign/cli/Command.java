package io.countersign.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** A command of the command line. Running it returns its exit status. */
interface Command extends Callable<Integer> {
  /** What it is called, what it takes and what its help says. */
  CommandSpec spec();
}
