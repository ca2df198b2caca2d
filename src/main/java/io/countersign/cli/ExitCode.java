package io.countersign.cli;

/** The exit statuses, which scripts rely on, and how help describes them. */
final class ExitCode {
  static final int OK = 0;

  /** The answer is no: rejected, not conformant, a vector failed. */
  static final int NO = 1;

  /** Wrong usage, configuration or input. */
  static final int USAGE = 2;

  /** The suite could not tell. */
  static final int INCONCLUSIVE = 3;

  /** A defect of Countersign's own. */
  static final int INTERNAL = 70;

  /** Nobody reads the output any more: what a shell says of a program that this has ended. */
  static final int DESERTED = 141;

  static final String DONE_HELP = "0:done";
  static final String USAGE_HELP = "2:wrong usage or input; the message says what would be right";
  static final String INTERNAL_HELP = "70:internal error";

  private ExitCode() {}
}
