package io.countersign.scheme;

import io.countersign.message.OctetBuffer;
import java.util.Comparator;

/**
 * A parameter where it stands in a raw query, not cut out of it.
 *
 * @param query the whole query
 * @param from where the name begins
 * @param nameEnd where it ends: at the first {@code =}, or with the parameter
 * @param to where the parameter ends
 */
record QuerySpan(String query, int from, int nameEnd, int to) {
  /** By the raw text of the name. */
  static final Comparator<QuerySpan> BY_NAME =
      (one, other) -> compare(one, one.from, one.nameEnd, other, other.from, other.nameEnd);

  /** By that of the name and then of the value. */
  static final Comparator<QuerySpan> BY_NAME_AND_VALUE =
      BY_NAME.thenComparing(
          (one, other) ->
              compare(one, one.valueFrom(), one.to, other, other.valueFrom(), other.to));

  /** Cuts a raw query at each {@code &}; an empty query has no parameters. */
  static QuerySpan[] split(String query) {
    if (query.isEmpty()) {
      return new QuerySpan[0];
    }
    int count = 1;
    for (int at = query.indexOf('&'); at >= 0; at = query.indexOf('&', at + 1)) {
      count++;
    }
    QuerySpan[] spans = new QuerySpan[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int end = query.indexOf('&', from);
      int to = end < 0 ? query.length() : end;
      spans[i] = new QuerySpan(query, from, nameEnd(query, from, to), to);
      from = to + 1;
    }
    return spans;
  }

  private static int nameEnd(String query, int from, int to) {
    int equals = query.indexOf('=', from);
    return equals < 0 || equals > to ? to : equals;
  }

  private static int compare(
      QuerySpan one, int from, int to, QuerySpan other, int otherFrom, int otherTo) {
    int common = Math.min(to - from, otherTo - otherFrom);
    for (int i = 0; i < common; i++) {
      int difference = rank(one.query.charAt(from + i)) - rank(other.query.charAt(otherFrom + i));
      if (difference != 0) {
        return difference;
      }
    }
    return to - from - (otherTo - otherFrom);
  }

  /** Puts characters beyond U+FFFF behind all others, where their bytes in UTF-8 are. */
  private static int rank(char c) {
    if (c < Character.MIN_SURROGATE) {
      return c;
    }
    return c > Character.MAX_SURROGATE ? c - 0x800 : c + 0x2000;
  }

  static boolean isSorted(QuerySpan[] spans, Comparator<QuerySpan> sorting) {
    for (int i = 1; i < spans.length; i++) {
      if (sorting.compare(spans[i - 1], spans[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  private int valueFrom() {
    return Math.min(nameEnd + 1, to);
  }

  String name() {
    return query.substring(from, nameEnd);
  }

  /**
   * @param equals what stands between the name and the value, where there is one
   */
  void append(Part.Form form, String equals, OctetBuffer out) {
    if (form == Part.Form.RAW && equals.equals("=")) {
      out.append(query, from, to);
      return;
    }
    form.append(name(), out);
    if (nameEnd < to) {
      out.append(equals);
      form.append(query.substring(valueFrom(), to), out);
    }
  }
}
