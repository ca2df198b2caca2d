package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SentPlacements of the signature that are sent twice, and once again. */
final class Duplicates {
  static final Deviation SENT_TWICE =
      new Deviation(
          "carrier-sent-twice",
          Affects.TRANSPORT,
          Optional.empty(),
          20,
          "A header or parameter that belongs to the signature is there twice.",
          "Send it once; look at code that adds a header where it should set it.");

  private Duplicates() {}

  /** The last carrier, repeated. */
  static HttpRequest twice(SigningRules rules, HttpRequest request) {
    Placement carrier = rules.sent().get(rules.sent().size() - 1);
    String name = SentPlacements.name(carrier);
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
      String name = SentPlacements.name(placement);
      // A signature that stands last does so wherever its twin stood.
      boolean last = placement instanceof Placement.InQuery query && query.last();
      single =
          placement instanceof Placement.InHeader
              ? single.withHeaders(headerOnce(single.headers(), name, first))
              : Writers.query(query -> parameterOnce(query, name, first, last)).apply(single);
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

  private static String parameterOnce(String query, String name, boolean first, boolean last) {
    List<Parameter> all = Parameter.parse(query);
    List<Parameter> named = all.stream().filter(one -> one.name().equals(name)).toList();
    if (named.size() < 2) {
      return query;
    }
    Parameter kept = named.get(first ? 0 : named.size() - 1);
    List<Parameter> once = new ArrayList<>();
    for (Parameter one : all) {
      if (one == kept ? !last : !one.name().equals(name)) {
        once.add(one);
      }
    }
    if (last) {
      once.add(kept);
    }
    return QueryTexts.join(once, "&");
  }
}
