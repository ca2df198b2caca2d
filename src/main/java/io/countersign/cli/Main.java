package io.countersign.cli;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(Countersign.run(Environment.ofProcess(args), args));
  }
}
