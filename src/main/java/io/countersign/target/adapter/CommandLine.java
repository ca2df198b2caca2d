package io.countersign.target.adapter;

import io.countersign.document.InputException;
import io.countersign.document.ShellWords;
import java.util.List;

/** The command that starts an adapter: a program and its arguments, quoted as for a shell. */
final class CommandLine {
  private CommandLine() {}

  /**
   * @throws InputException if a quote is not closed, or there is no word at all, or a NUL
   */
  static List<String> split(String text) {
    if (text.indexOf('\0') >= 0) {
      throw InputException.of("the command has a NUL in it", "remove it");
    }
    return ShellWords.split(text);
  }
}
