package io.countersign.target.adapter;

import io.countersign.document.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words as a POSIX shell does (IEEE Std 1003.1, Shell Command Language,
 * section 2.2), without a shell: white space parts words, single quotes keep everything, double
 * quotes all but a backslash before one of five characters, a backslash keeps the character behind
 * it, or takes a line break away. Nothing is expanded, and no character is an operator.
 */
final class CommandLine {
  private static final String BLANKS = " \t\n";
  private static final String ESCAPABLE_IN_QUOTES = "$`\"\\\n";

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean open;
  private char quote;

  private CommandLine() {}

  /**
   * @throws InputException if a quote is not closed, or there is no word at all
   */
  static List<String> split(String text) {
    CommandLine line = new CommandLine();
    for (int i = 0; i < text.length(); i++) {
      i = line.take(text, i);
    }
    if (line.quote != 0) {
      throw InputException.of(
          "the command has a quote " + line.quote + " that is not closed", "close it");
    }
    line.endWord();
    if (text.indexOf('\0') >= 0) {
      throw InputException.of("the command has a NUL in it", "remove it");
    }
    if (line.words.isEmpty()) {
      throw InputException.of("the command is empty", "name a program");
    }
    return line.words;
  }

  /**
   * @return the index of the last character taken
   */
  private int take(String text, int i) {
    char c = text.charAt(i);
    boolean escapes =
        c == '\\' && quote != '\'' && i + 1 < text.length() && isEscapable(text.charAt(i + 1));
    if (escapes) {
      if (text.charAt(i + 1) != '\n') {
        add(text.charAt(i + 1));
      }
      return i + 1;
    }
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
      open = true;
    } else if (quote == 0 && BLANKS.indexOf(c) >= 0) {
      endWord();
    } else {
      add(c);
    }
    return i;
  }

  private boolean isEscapable(char c) {
    return quote == 0 || ESCAPABLE_IN_QUOTES.indexOf(c) >= 0;
  }

  private void add(char c) {
    word.append(c);
    open = true;
  }

  private void endWord() {
    if (open) {
      words.add(word.toString());
      word.setLength(0);
      open = false;
    }
  }
}
