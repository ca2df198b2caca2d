package io.countersign.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Prose that is broken at its spaces to fit a width, with whatever stands before it sticking out.
 *
 * @param label what stands before it, such as a word and a colon or a number; may be empty
 * @param text the prose, on one line
 */
record Paragraph(String label, String text) {
  /**
   * @param width of a line, in characters; a word that is longer sticks out
   */
  List<String> lines(int width) {
    int indent = label.length();
    List<String> lines = new ArrayList<>();
    String rest = label + text;
    int space = end(rest, width, indent);
    while (space >= 0) {
      lines.add(rest.substring(0, space));
      rest = " ".repeat(indent) + rest.substring(space + 1);
      space = end(rest, width, indent);
    }
    lines.add(rest);
    return lines;
  }

  /** The space at which to break; negative where there is nothing to break. */
  private static int end(String line, int width, int indent) {
    if (line.codePointCount(0, line.length()) <= width) {
      return -1;
    }
    int end = line.offsetByCodePoints(0, width);
    int space = line.lastIndexOf(' ', end);
    return space > indent ? space : line.indexOf(' ', Math.max(end, indent + 1));
  }
}
