package io.countersign.cli;

import io.countersign.explain.StringsCompared;
import java.util.ArrayList;
import java.util.List;

/** Two strings to sign one above the other, as a terminal shows them. */
final class ExplainStrings {
  private static final int PREFIX = "expected: ".length();

  private final OutputOptions output;
  private final int width;

  /**
   * @param width of a line, in characters
   */
  ExplainStrings(OutputOptions output, int width) {
    this.output = output;
    this.width = width;
  }

  /** Three lines; where colours are wanted, what differs has one. */
  List<String> lines(StringsCompared whole) {
    StringsCompared compared = whole.within(width - PREFIX);
    List<String> plain = compared.lines();
    if (!output.color() || compared.column() < 0) {
      return plain;
    }
    List<String> lines = new ArrayList<>(plain);
    int same = sameEnd(compared);
    lines.set(0, colored(plain.get(0), compared.column(), same, false));
    lines.set(1, colored(plain.get(1), compared.column(), same, true));
    return lines;
  }

  /** How many characters both have in common at their ends, behind the first difference. */
  private static int sameEnd(StringsCompared compared) {
    int[] one = compared.signed().codePoints().skip(compared.column()).toArray();
    int[] other = compared.expected().codePoints().skip(compared.column()).toArray();
    int same = 0;
    while (same < Math.min(one.length, other.length)
        && one[one.length - 1 - same] == other[other.length - 1 - same]) {
      same++;
    }
    return same;
  }

  private String colored(String line, int column, int same, boolean good) {
    int[] points = line.codePoints().toArray();
    int from = PREFIX + column;
    int to = Math.max(from, points.length - same);
    String differing = new String(points, from, to - from);
    return new String(points, 0, from)
        + (differing.isEmpty() ? "" : output.mark(good, differing))
        + new String(points, to, points.length - to);
  }
}
