package io.countersign.verify;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Placement;
import io.countersign.scheme.TrailingParameter;
import java.util.List;
import java.util.stream.Stream;

/** What carries fields in a message, looked for in many of them. */
interface Carrier {
  /**
   * How often it is there, and what the first of them carries, decoded.
   *
   * @param parameters what was found of the parameters that are looked for in one pass
   */
  Found in(HttpRequest request, Found[] parameters);

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

    /** With another one that carries this. */
    Found plus(Octets other) {
      return new Found(times + 1, times == 0 ? other : text);
    }

    Found with(Decoding decoding) {
      return new Found(times, decoding.of(text));
    }
  }

  /**
   * @param parameters takes the name of a parameter that is to be looked for among others
   */
  static Carrier of(Placement placement, List<Octets> parameters) {
    if (placement instanceof Placement.InHeader header) {
      return new Header(
          "the header " + header.name(),
          Stream.concat(Stream.of(header.name()), header.alternatives().stream()).toList());
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    String words = "the parameter " + query.name();
    if (query.last()) {
      return new Trailing(words, TrailingParameter.named(query.name()), Decoding.of(query));
    }
    parameters.add(Octets.of(query.name()));
    return new Anywhere(words, parameters.size() - 1, Decoding.of(query));
  }

  /** A header, under the first of several names that is there at all. */
  record Header(String name, List<String> names) implements Carrier {
    @Override
    public Found in(HttpRequest request, Found[] parameters) {
      Headers headers = request.headers();
      for (int i = 0; i < names.size(); i++) {
        int at = headers.next(names.get(i), 0);
        if (at >= 0) {
          return new Found(times(headers, names.get(i), at), headers.octets(at));
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

  /** A query parameter among others, which are all looked for at once. */
  record Anywhere(String name, int index, Decoding decoding) implements Carrier {
    @Override
    public Found in(HttpRequest request, Found[] parameters) {
      return parameters[index].with(decoding);
    }
  }

  /** A query parameter whose value is all the rest of the target. */
  record Trailing(String name, TrailingParameter parameter, Decoding decoding) implements Carrier {
    @Override
    public Found in(HttpRequest request, Found[] parameters) {
      Octets raw = parameter.value(request.url().targetOctets()).orElse(null);
      return raw == null ? Found.NONE : new Found(1, decoding.of(raw));
    }
  }
}
