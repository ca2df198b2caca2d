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

    private void add(int index, Octets value) {
      if (times[index]++ == 0) {
        first[index] = value;
      }
    }
  }

  public Found in(Octets query) {
    Found found = new Found(names.length);
    if (names.length > 0) {
      query.search(this, found);
    }
    return found;
  }

  void search(byte[] octets, int start, int end, Found found) {
    for (int from = start; from < end; ) {
      int to = EightOctets.next('&', octets, from, end);
      for (int i = 0; i < names.length; i++) {
        byte[] name = names[i];
        int nameEnd = from + name.length;
        // The byte behind the name tells most others apart.
        if ((nameEnd < to ? octets[nameEnd] == '=' : nameEnd == to)
            && ConstantTime.equal(octets, from, name, 0, name.length)) {
          found.add(i, Octets.own(octets, Math.min(nameEnd + 1, to), to));
        }
      }
      from = to + 1;
    }
  }
}
