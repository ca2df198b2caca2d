package io.countersign.verify;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Placement;
import io.countersign.scheme.TrailingParameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What carries fields in a message, looked for in many of them. */
interface Carrier {
  /**
   * What it carries, raw; nothing where it is not there.
   *
   * @param query what was found in its query
   * @throws RejectedException if it is there more than once
   */
  Octets in(HttpRequest request, SentQuery query);

  /** {@code the header Authorization}. */
  String name();

  /**
   * @param signature the signature's parameter, where that is to be the last one
   * @param parameters takes the name of a parameter that is to be looked for among others
   */
  static Carrier of(
      Placement placement, @Nullable TrailingParameter signature, List<String> parameters) {
    if (placement instanceof Placement.InHeader header) {
      return new Header(
          "the header " + header.name(),
          Stream.concat(Stream.of(header.name()), header.alternatives().stream())
              .toArray(String[]::new));
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    String words = "the parameter " + query.name();
    if (query.last()) {
      TrailingParameter last = TrailingParameter.named(query.name());
      return last.equals(signature) ? new AtTheEnd(words) : new Trailing(words, last);
    }
    parameters.add(query.name());
    return new Anywhere(words, parameters.size() - 1);
  }

  /** What is to be there once and is not. */
  static RejectedException repeated(String name, int times) {
    return new RejectedException(Reason.AMBIGUOUS_REQUEST, name + " is there " + times + " times");
  }

  /** A header, under the first of several names that is there at all. */
  record Header(String name, String[] names) implements Carrier {
    @Override
    public Octets in(HttpRequest request, SentQuery query) {
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
    public Octets in(HttpRequest request, SentQuery query) {
      int times = query.parameters().times(index);
      if (times > 1) {
        throw repeated(name, times);
      }
      return query.parameters().value(index);
    }
  }

  /** The signature, whose value is all the rest of the target. */
  record AtTheEnd(String name) implements Carrier {
    @Override
    public Octets in(HttpRequest request, SentQuery query) {
      return query.signature();
    }
  }

  /** Another query parameter whose value is all the rest of the target. */
  record Trailing(String name, TrailingParameter parameter) implements Carrier {
    @Override
    public Octets in(HttpRequest request, SentQuery query) {
      return parameter.value(request.url().targetOctets()).orElse(Octets.EMPTY);
    }
  }
}
