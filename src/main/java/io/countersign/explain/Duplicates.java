package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Carriers of the signature that are sent twice, and once again. */
final class Duplicates {
  private Duplicates() {}

  /** The last carrier, repeated. */
  static HttpRequest twice(SigningRules rules, HttpRequest request) {
    Placement carrier = rules.sent().get(rules.sent().size() - 1);
    String name = Carriers.name(carrier);
    return carrier instanceof Placement.InHeader
        ? request
            .headers()
            .first(name)
            .map(value -> request.withHeader(name, value))
            .orElse(request)
        : TransportDeviations.appended(request, name + "=" + parameter(request, name));
  }

  private static String parameter(HttpRequest request, String name) {
    return request.query().map(Parameter::parse).orElse(List.of()).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .flatMap(Parameter::value)
        .orElse("");
  }

  /** With only the first, and with only the last, of each carrier that is there more than once. */
  static List<HttpRequest> once(SigningRules rules, HttpRequest request) {
    return List.of(once(rules, request, true), once(rules, request, false));
  }

  private static HttpRequest once(SigningRules rules, HttpRequest request, boolean first) {
    HttpRequest single = request;
    for (Placement placement : rules.sent()) {
      String name = Carriers.name(placement);
      single =
          placement instanceof Placement.InHeader
              ? single.withHeaders(headerOnce(single.headers(), name, first))
              : Writers.query(query -> parameterOnce(query, name, first)).apply(single);
    }
    return single;
  }

  private static Headers headerOnce(Headers headers, String name, boolean first) {
    List<String> values = headers.values(name);
    if (values.size() < 2) {
      return headers;
    }
    String kept = values.get(first ? 0 : values.size() - 1);
    List<Header> all = new ArrayList<>(headers.without(name).all());
    all.add(new Header(name, kept));
    return new Headers(all);
  }

  private static String parameterOnce(String query, String name, boolean first) {
    List<Parameter> named =
        Parameter.parse(query).stream().filter(one -> one.name().equals(name)).toList();
    if (named.size() < 2) {
      return query;
    }
    List<Parameter> all =
        Parameter.parse(query).stream()
            .filter(one -> !one.name().equals(name))
            .collect(Collectors.toCollection(ArrayList::new));
    // A signature stands at the end, wherever its twin stood.
    all.add(named.get(first ? 0 : named.size() - 1));
    return QueryTexts.join(all, "&");
  }
}
