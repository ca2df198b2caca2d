package io.countersign.verify;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Placement;
import io.countersign.scheme.TrailingParameter;
import java.util.List;
import java.util.stream.Stream;

/** What carries fields in a message, looked for in many of them. */
interface Carrier {
  /** How often it is there, and what the first of them carries, decoded. */
  Found in(HttpRequest request);

  /** {@code the header Authorization}. */
  String name();

  /**
   * What was found.
   *
   * @param times how often the carrier is there
   * @param text what the first of them carries; nothing where there is none
   */
  record Found(int times, Octets text) {
    static final Found NONE = new Found(0, Octets.EMPTY);
  }

  static Carrier of(Placement placement) {
    if (placement instanceof Placement.InHeader header) {
      return new Header(
          "the header " + header.name(),
          Stream.concat(Stream.of(header.name()), header.alternatives().stream()).toList());
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    String words = "the parameter " + query.name();
    boolean encoded = query.read() == Placement.Escaping.PERCENT;
    return query.last()
        ? new Trailing(words, TrailingParameter.named(query.name()), encoded)
        : new Anywhere(words, Octets.of(query.name()), encoded);
  }

  /** A header, under the first of several names that is there at all. */
  record Header(String name, List<String> names) implements Carrier {
    @Override
    public Found in(HttpRequest request) {
      Headers headers = request.headers();
      for (int i = 0; i < names.size(); i++) {
        int at = headers.next(names.get(i), 0);
        if (at >= 0) {
          return new Found(times(headers, names.get(i), at), Octets.of(headers.value(at)));
        }
      }
      return Found.NONE;
    }

    private static int times(Headers headers, String name, int first) {
      int times = 0;
      for (int at = first; at >= 0; at = headers.next(name, at + 1)) {
        times++;
      }
      return times;
    }
  }

  /** A query parameter among others. */
  record Anywhere(String name, Octets parameter, boolean encoded) implements Carrier {
    @Override
    public Found in(HttpRequest request) {
      Octets query = request.url().queryOctets();
      int first = Parameter.next(query, parameter, 0);
      if (first < 0) {
        return Found.NONE;
      }
      int end = query.next('&', first, query.length());
      Octets raw = query.slice(Math.min(first + parameter.length() + 1, end), end);
      return new Found(times(query, end), encoded ? Percent.decode(raw) : raw);
    }

    /** How often it is there, where the first ends at that place. */
    private int times(Octets query, int firstEnd) {
      int times = 0;
      int from = firstEnd;
      do {
        times++;
        from = Parameter.next(query, parameter, from + 1);
      } while (from >= 0);
      return times;
    }
  }

  /** A query parameter whose value is all the rest of the target. */
  record Trailing(String name, TrailingParameter parameter, boolean encoded) implements Carrier {
    @Override
    public Found in(HttpRequest request) {
      Octets raw = parameter.value(request.url().targetOctets()).orElse(null);
      return raw == null ? Found.NONE : new Found(1, encoded ? Percent.decode(raw) : raw);
    }
  }
}
