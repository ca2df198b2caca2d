package io.countersign.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Markdown page that keeps within a number of octets. What has no room is left out as a whole and
 * counted; what is smaller and comes later may still have it.
 */
final class BoundedPage {
  private final StringBuilder page = new StringBuilder();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private int room;

  /**
   * @param room in octets of UTF-8
   */
  BoundedPage(int room) {
    this.room = room;
  }

  /**
   * Adds a block where there is room for it.
   *
   * @param title what it stands under
   * @param count how many cases or rows are lost with it
   */
  void add(String title, int count, Markdown block) {
    if (block.octets() <= room) {
      append(block);
    } else {
      leftOut.merge(title, count, Integer::sum);
    }
  }

  /** Adds a table between its head and its end, with the rows that there is room for. */
  void table(String title, Markdown head, List<String[]> rows, Markdown end) {
    if (head.octets() + end.octets() > room) {
      leftOut.merge(title, rows.size(), Integer::sum);
      return;
    }
    append(head);
    room -= end.octets();
    rows.forEach(row -> add(title, 1, new Markdown().row(row)));
    room += end.octets();
    append(end);
  }

  private void append(Markdown block) {
    room -= block.octets();
    page.append(block);
  }

  /** How much of what is left out; empty where all is there. */
  String leftOut() {
    return leftOut.entrySet().stream()
        .map(each -> each.getValue() + " under “" + each.getKey() + "”")
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
