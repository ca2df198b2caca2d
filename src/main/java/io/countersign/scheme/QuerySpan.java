package io.countersign.scheme;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter where it stands in a raw query, not cut out of it.
 *
 * @param query the whole query
 * @param from where the name begins
 * @param nameEnd where it ends: at the first {@code =}, or with the parameter
 * @param to where the parameter ends
 */
record QuerySpan(Octets query, int from, int nameEnd, int to) {
  /** Comes before every byte. */
  private static final int END = -1;

  /**
   * Sorts the parameters of one query by the raw bytes of the name.
   *
   * @param byValue and then by those of the value
   */
  record Sorting(boolean byValue) implements Comparator<QuerySpan> {
    @Override
    public int compare(QuerySpan one, QuerySpan other) {
      return QuerySpan.compare(one.query, one.from, one.to, other.from, other.to, byValue);
    }
  }

  /** The parameter that begins there. */
  private static QuerySpan at(Octets query, int from) {
    int to = query.next('&', from, query.length());
    return new QuerySpan(query, from, query.next('=', from, to), to);
  }

  /** The first parameter of a query; none of an empty one. */
  static @Nullable QuerySpan first(Octets query) {
    return query.isEmpty() ? null : at(query, 0);
  }

  /** The one behind this. */
  @Nullable QuerySpan next() {
    return to == query.length() ? null : at(query, to + 1);
  }

  /** Cuts a raw query at each {@code &}; an empty query has no parameters. */
  static List<QuerySpan> split(Octets query) {
    List<QuerySpan> spans = new ArrayList<>();
    for (QuerySpan span = first(query); span != null; span = span.next()) {
      spans.add(span);
    }
    return spans;
  }

  /** Whether the parameters of a query are in order: told without cutting one out. */
  static boolean isSorted(Octets query, boolean byValue) {
    int end = query.length();
    int from = 0;
    int to = query.next('&', 0, end);
    while (to < end) {
      int next = to + 1;
      int nextTo = query.next('&', next, end);
      if (compare(query, from, to, next, nextTo, byValue) > 0) {
        return false;
      }
      from = next;
      to = nextTo;
    }
    return true;
  }

  /** Which of two parameters comes first; most differ in their first letters. */
  private static int compare(
      Octets query, int from, int to, int otherFrom, int otherTo, boolean byValue) {
    boolean inName = true;
    for (int i = 0; ; i++) {
      int letter = letter(query, from + i, to, inName);
      int other = letter(query, otherFrom + i, otherTo, inName);
      if (letter != other) {
        return letter - other;
      }
      if (letter == END) {
        if (!inName || !byValue) {
          return 0;
        }
        inName = false;
      }
    }
  }

  /** The byte that stands there in a name or a value, or that it has ended. */
  private static int letter(Octets query, int at, int to, boolean inName) {
    return at < to && !(inName && query.at(at) == '=') ? query.at(at) & 0xFF : END;
  }

  Octets name() {
    return query.slice(from, nameEnd);
  }

  private Octets value() {
    return query.slice(Math.min(nameEnd + 1, to), to);
  }

  /**
   * @param equals what stands between the name and the value, where there is one
   */
  void append(Part.Form form, String equals, OctetBuffer out) {
    form.append(name(), out);
    if (nameEnd < to) {
      out.append(equals);
      form.append(value(), out);
    }
  }
}
