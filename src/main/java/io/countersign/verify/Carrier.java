package io.countersign.verify;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.ParameterSearch;
import io.countersign.scheme.Placement;
import io.countersign.scheme.TrailingParameter;
import java.util.List;
import java.util.stream.Stream;

/** What carries fields in a message, looked for in many of them. */
interface Carrier {
  /**
   * What it carries, raw; nothing where it is not there.
   *
   * @param parameters what was found of the parameters that are looked for in one pass
   * @throws RejectedException if it is there more than once
   */
  Octets in(HttpRequest request, ParameterSearch.Found parameters);

  /** {@code the header Authorization}. */
  String name();

  /**
   * @param parameters takes the name of a parameter that is to be looked for among others
   */
  static Carrier of(Placement placement, List<String> parameters) {
    if (placement instanceof Placement.InHeader header) {
      return new Header(
          "the header " + header.name(),
          Stream.concat(Stream.of(header.name()), header.alternatives().stream())
              .toArray(String[]::new));
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    String words = "the parameter " + query.name();
    if (query.last()) {
      return new Trailing(words, TrailingParameter.named(query.name()));
    }
    parameters.add(query.name());
    return new Anywhere(words, parameters.size() - 1);
  }

  private static RejectedException repeated(String name, int times) {
    return new RejectedException(Reason.AMBIGUOUS_REQUEST, name + " is there " + times + " times");
  }

  /** A header, under the first of several names that is there at all. */
  record Header(String name, String[] names) implements Carrier {
    @Override
    public Octets in(HttpRequest request, ParameterSearch.Found parameters) {
      Headers headers = request.headers();
      for (String one : names) {
        int at = headers.next(one, 0);
        if (at >= 0) {
          if (headers.next(one, at + 1) >= 0) {
            throw repeated(name, headers.values(one).size());
          }
          return headers.octets(at);
        }
      }
      return Octets.EMPTY;
    }
  }

  /** A query parameter among others, which are all looked for at once. */
  record Anywhere(String name, int index) implements Carrier {
    @Override
    public Octets in(HttpRequest request, ParameterSearch.Found parameters) {
      if (parameters.times(index) > 1) {
        throw repeated(name, parameters.times(index));
      }
      return parameters.value(index);
    }
  }

  /** A query parameter whose value is all the rest of the target. */
  record Trailing(String name, TrailingParameter parameter) implements Carrier {
    @Override
    public Octets in(HttpRequest request, ParameterSearch.Found parameters) {
      return parameter.value(request.url().targetOctets()).orElse(Octets.EMPTY);
    }
  }
}
