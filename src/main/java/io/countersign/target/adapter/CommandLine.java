package io.countersign.target.adapter;

import io.countersign.document.InputException;
import io.countersign.document.ShellWords;
import java.util.List;

/** The command that starts an adapter: a program and its arguments, quoted as for a shell. */
final class CommandLine {
  private CommandLine() {}

  /**
   * @throws InputException if a quote is not closed, or there is no word at all
   */
  static List<String> split(String text) {
    return ShellWords.split(text);
  }
}
