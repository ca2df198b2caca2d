package io.countersign.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words as a POSIX shell does, without a shell: white space parts words,
 * single quotes keep everything, double quotes keep all but a backslash before what is special
 * there, dollar-single-quotes know the escapes of C, and a backslash keeps the character behind it
 * or, before a line's end, joins two lines. Nothing is expanded.
 */
public final class ShellWords {
  /** What a backslash escapes inside of double quotes. */
  private static final String SPECIAL_IN_QUOTES = "\"\\$`";

  /** What a shell acts on, and is no part of a word. */
  private static final String OPERATORS = "|&;<>()";

  private static final char DOLLAR_QUOTE = '$';

  private final String text;
  private final boolean pasted;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean open;
  private char quote;
  private int at;

  private ShellWords(String text, boolean pasted) {
    this.text = text;
    this.pasted = pasted;
  }

  /**
   * The words of a program and its arguments, where every character that is not quoted stands for
   * itself.
   *
   * @throws InputException if a quote is not closed, or there is no word at all
   */
  public static List<String> split(String text) {
    return new ShellWords(text, false).all();
  }

  /**
   * The words of a command that was meant for a shell.
   *
   * @throws InputException also if a shell would do more with it than split it
   */
  public static List<String> splitPasted(String text) {
    return new ShellWords(text, true).all();
  }

  private List<String> all() {
    while (at < text.length()) {
      take(text.charAt(at++));
    }
    if (quote != 0) {
      char mark = quote == DOLLAR_QUOTE ? '\'' : quote;
      throw InputException.of(
          "the command has a quote " + mark + " that is not closed", "close it");
    }
    endWord();
    if (words.isEmpty()) {
      throw InputException.of("the command is empty", "name a program");
    }
    return words;
  }

  private void take(char c) {
    if (c == '\\' && quote != '\'' && at < text.length()) {
      escaped(text.charAt(at));
    } else if (quote != 0) {
      quoted(c);
    } else if (c == '\'' || c == '"') {
      open(c);
    } else if (c == '$' && at < text.length() && text.charAt(at) == '\'') {
      at++;
      open(DOLLAR_QUOTE);
    } else if (Character.isWhitespace(c)) {
      endWord();
    } else {
      requirePlain(c);
      add(c);
    }
  }

  private void open(char mark) {
    quote = mark;
    open = true;
  }

  private void quoted(char c) {
    boolean closes = quote == DOLLAR_QUOTE ? c == '\'' : c == quote;
    if (closes) {
      quote = 0;
      return;
    }
    if (quote == '"') {
      requireNoExpansion(c);
    }
    add(c);
  }

  private void escaped(char next) {
    if (quote == DOLLAR_QUOTE) {
      at = AnsiEscapes.append(text, at, word);
    } else if (isLineEnd()) {
      at += next == '\r' ? 2 : 1;
    } else if (quote == 0 || SPECIAL_IN_QUOTES.indexOf(next) >= 0) {
      add(next);
      at++;
    } else {
      add('\\');
    }
  }

  private boolean isLineEnd() {
    return text.startsWith("\n", at) || text.startsWith("\r\n", at);
  }

  private void requirePlain(char c) {
    if (pasted && OPERATORS.indexOf(c) >= 0) {
      throw InputException.of(
          "a " + c + " that is not quoted ends or redirects the command for a shell",
          "put the argument in single quotes, or leave out what belongs to the shell");
    }
    requireNoExpansion(c);
  }

  private void requireNoExpansion(char c) {
    char next = at < text.length() ? text.charAt(at) : ' ';
    boolean expands =
        c == '`' || c == '$' && (Character.isLetter(next) || "_{(".indexOf(next) >= 0);
    if (pasted && expands) {
      throw InputException.of(
          "a shell puts something in the place of "
              + c
              + (c == '`' ? "" : next)
              + "…, and here nothing does",
          "write out what stands for it, or put the argument in single quotes");
    }
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
