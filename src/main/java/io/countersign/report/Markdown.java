package io.countersign.report;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown page under construction. Text that comes from outside is escaped: messages quote
 * requests, and requests hold anything.
 */
final class Markdown {
  private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]#|~!]");
  private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");
  private static final Pattern TICKS = Pattern.compile("`+");

  /** CI servers cut a summary off at some size; one endless message must not eat all of it. */
  private static final int LONGEST_MESSAGE = 2_000;

  private final StringBuilder page = new StringBuilder();

  /** Escapes text that is to stand inside a line: a list item or a table's cell. */
  static String escape(String text) {
    String escaped = PUNCTUATION.matcher(text.strip()).replaceAll("\\\\$0");
    String html = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return LINES.matcher(html).replaceAll("<br>");
  }

  /** A message that is no longer than one may be on the page. */
  static String shortened(String message) {
    if (message.isEmpty()) {
      return "(no message)";
    }
    if (message.codePointCount(0, message.length()) <= LONGEST_MESSAGE) {
      return message;
    }
    int end = message.offsetByCodePoints(0, LONGEST_MESSAGE);
    return message.substring(0, end) + "… (shortened; the other reports have all of it)";
  }

  /** How much of a page it takes. */
  int octets() {
    return page.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /** A line of Markdown, as it is. */
  Markdown line(String markdown) {
    page.append(markdown).append('\n');
    return this;
  }

  /** A paragraph or heading, as it is. */
  Markdown paragraph(String markdown) {
    return line("").line(markdown);
  }

  /** Verbatim text in a block of its own, fenced by more ticks than it holds. */
  Markdown verbatim(String text) {
    String fence = "```";
    Matcher ticks = TICKS.matcher(text);
    while (ticks.find()) {
      fence = ticks.group().length() >= fence.length() ? ticks.group() + "`" : fence;
    }
    return paragraph(fence + "text").line(text.strip()).line(fence);
  }

  /**
   * The head of a table.
   *
   * @param alignment {@code ---} or {@code ---:}, of all columns but the first
   */
  Markdown table(String alignment, String... columns) {
    String others = ("| " + alignment + " ").repeat(columns.length - 1);
    return line("").row(columns).line("| --- " + others + "|");
  }

  /** A row of a table; its cells are Markdown. */
  Markdown row(String... cells) {
    return line("| " + String.join(" | ", cells) + " |");
  }

  /** Begins a part that is folded at first. */
  Markdown fold(String title, int count) {
    return paragraph("<details><summary>" + Html.escape(title) + " (" + count + ")</summary>");
  }

  Markdown endFold() {
    return paragraph("</details>");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
