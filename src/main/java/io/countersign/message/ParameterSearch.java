package io.countersign.message;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for several parameters of a raw query at once, in one pass over it. */
public final class ParameterSearch {
  private final byte[][] names;

  public ParameterSearch(List<String> names) {
    this.names = new byte[names.size()][];
    for (int i = 0; i < this.names.length; i++) {
      this.names[i] = names.get(i).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What a query holds of the parameters, each by the index of its name. */
  public static final class Found {
    private final int[] times;
    private final Octets[] first;
    private int start = -1;

    private Found(int names) {
      times = new int[names];
      first = new Octets[names];
    }

    /** How often the parameter is there, with a value or without. */
    public int times(int index) {
      return times[index];
    }

    /** The raw value of the first of that name; nothing where there is none. */
    public Octets value(int index) {
      return times[index] == 0 ? Octets.EMPTY : first[index];
    }

    /** Where the first that is there begins; negative where none is. */
    public int start() {
      return start;
    }

    /** Whether each is there, and once. */
    public boolean isEachOnce() {
      for (int one : times) {
        if (one != 1) {
          return false;
        }
      }
      return start >= 0;
    }

    private void add(int index, int from, Octets value) {
      start = start < 0 ? from : start;
      if (times[index]++ == 0) {
        first[index] = value;
      }
    }
  }

  /** Whether there is nothing to look for. */
  public boolean isForNothing() {
    return names.length == 0;
  }

  public Found in(Octets query) {
    Found found = new Found(names.length);
    if (!isForNothing()) {
      query.search(this, found);
    }
    return found;
  }

  /** Whether any of the parameters stands between two indices, at the first of which one begins. */
  public boolean isAnyIn(Octets query, int start, int end) {
    return query.hasAny(this, start, end);
  }

  void search(byte[] octets, int start, int end, Found found) {
    for (int from = start; from < end; ) {
      int to = EightOctets.next('&', octets, from, end);
      for (int i = 0; i < names.length; i++) {
        if (isNamed(names[i], octets, from, to)) {
          int value = Math.min(from + names[i].length + 1, to);
          found.add(i, from - start, Octets.own(octets, value, to));
        }
      }
      from = to + 1;
    }
  }

  boolean isAnyIn(byte[] octets, int start, int end) {
    for (int from = start; from < end; ) {
      int to = EightOctets.next('&', octets, from, end);
      for (byte[] name : names) {
        if (isNamed(name, octets, from, to)) {
          return true;
        }
      }
      from = to + 1;
    }
    return false;
  }

  private static boolean isNamed(byte[] name, byte[] octets, int from, int to) {
    int nameEnd = from + name.length;
    // The byte behind the name tells most others apart.
    return (nameEnd < to ? octets[nameEnd] == '=' : nameEnd == to)
        && ConstantTime.equal(octets, from, name, 0, name.length);
  }
}
