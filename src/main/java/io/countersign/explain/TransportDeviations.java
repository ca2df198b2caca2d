package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Placement;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What proxies, gateways and HTTP libraries do to a request after it was signed. */
final class TransportDeviations {
  /** More than so many parameters have too many orders to try. */
  private static final int MOST_PERMUTED = 4;

  private final Shelf<Transport> shelf = new Shelf<>(Affects.TRANSPORT);

  private TransportDeviations() {}

  /** Those that change what the signature covers; the others do no harm. */
  static Shelf<Transport> of(Scheme scheme, SigningRules rules) {
    TransportDeviations deviations = new TransportDeviations();
    if (covers(rules, Aspect.Kind.QUERY)) {
      deviations.query(rules);
    }
    if (covers(rules, Aspect.Kind.HOST)) {
      deviations.host(scheme);
    }
    if (covers(rules, Aspect.Kind.METHOD)) {
      deviations.method();
    }
    if (covers(rules, Aspect.Kind.PATH) && !prefixes(scheme).isEmpty()) {
      deviations.path(scheme);
    }
    deviations.carriers();
    return deviations.shelf;
  }

  private static boolean covers(SigningRules rules, Aspect.Kind kind) {
    return rules.stringToSign().stream().anyMatch(part -> Rewrite.covers(part, kind));
  }

  private void query(SigningRules scheme) {
    boolean sorted =
        scheme.stringToSign().stream()
            .anyMatch(
                part -> part instanceof QueryPart one && one.order() != QueryPart.Order.AS_SENT);
    if (!sorted) {
      add("query-sorted-on-the-way", 40,
          "The query was sorted after the request was signed.",
          "Send the query in the order in which it was signed; look at proxies and libraries.",
          new Transport(TransportDeviations::sorted, TransportDeviations::permutations));
    }
    if (scheme.stringToSign().stream()
        .anyMatch(part -> Rewrite.coversRaw(part, Aspect.Kind.QUERY))) {
      escapes();
    }
    add("parameter-added-on-the-way", 44,
        "A parameter was added after the request was signed.",
        "Sign the request as the last step, with every parameter in it.",
        new Transport(
            (rules, request) -> appended(request, "_=1417704906"),
            TransportDeviations::withoutEach));
  }

  private void escapes() {
    add("query-decoded-on-the-way", 41,
        "Percent-escapes of the query were decoded after the request was signed.",
        "Send the query as it was signed; look at proxies and HTTP libraries.",
        own(Percent::decode, QueryTexts.each(TransportDeviations::encoded)));
    add("query-escaped-on-the-way", 42,
        "Characters of the query were percent-encoded after the request was signed.",
        "Sign the query as it will be sent, encoded.",
        own(
            text -> text.replace("[", "%5B").replace("]", "%5D").replace("~", "%7E"),
            text ->
                text.replaceAll("%5[Bb]", "[").replaceAll("%5[Dd]", "]").replaceAll("%7[Ee]", "~")));
  }

  private void host(Scheme scheme) {
    String base = scheme.service().base();
    String host = base.substring(base.indexOf("://") + 3);
    add("host-rewritten-on-the-way", 45,
        "The request was signed for another host than it arrived at.",
        "Sign the host that the verifier sees, or have the proxy keep the Host header.",
        new Transport(
            (rules, request) ->
                Writers.authority(text -> "backend.internal:8080").apply(request),
            (rules, request) -> hosts(request, host)));
  }

  private void method() {
    add("method-changed-on-the-way", 46,
        "The request was signed with another method than it arrived with.",
        "Sign the method that is sent; look at redirects and method overrides.",
        new Transport(
            (rules, request) -> request.withMethod(request.method().equals("GET") ? "HEAD" : "GET"),
            (rules, request) ->
                List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD").stream()
                    .map(request::withMethod)
                    .toList()));
  }

  private void path(Scheme scheme) {
    add("path-prefix-removed-on-the-way", 47,
        "The path was signed with a prefix that was removed before the request arrived.",
        "Sign the path that the verifier sees; look at the gateway's rewriting.",
        new Transport(
            (rules, request) ->
                Writers.path(PathDeviations::withoutFirstSegment).apply(request),
            (rules, request) -> prefixed(scheme, request)));
  }

  private void carriers() {
    add("carrier-sent-twice", 20,
        "A header or parameter that carries the signature is there twice.",
        "Send it once; look at code that adds a header where it should set it.",
        new Transport(TransportDeviations::twice, TransportDeviations::once));
  }

  private void add(String id, int rank, String title, String fix, Transport transport) {
    shelf.add(id, rank, title, fix, transport);
  }

  /** A change of the request's own query; what carries the signature stays as it is. */
  private static Transport own(UnaryOperator<String> forward, UnaryOperator<String> back) {
    return new Transport(
        (rules, request) -> withOwn(rules, request, forward),
        (rules, request) -> List.of(withOwn(rules, request, back)));
  }

  private static HttpRequest withOwn(
      SigningRules rules, HttpRequest request, UnaryOperator<String> change) {
    return Writers.query(
            QueryTexts.each(text -> isCarrier(rules, text) ? text : change.apply(text)))
        .apply(request);
  }

  private static HttpRequest sorted(SigningRules rules, HttpRequest request) {
    List<Parameter> own = own(rules, request);
    own.sort(Comparator.comparing(Parameter::name));
    return withOwnInOrder(rules, request, own);
  }

  private static List<HttpRequest> permutations(SigningRules rules, HttpRequest request) {
    List<HttpRequest> all = new ArrayList<>();
    List<Parameter> own = own(rules, request);
    if (own.size() > 1 && own.size() <= MOST_PERMUTED) {
      permute(own, 0, order -> all.add(withOwnInOrder(rules, request, order)));
    }
    return all;
  }

  private static void permute(
      List<Parameter> items, int from, Consumer<List<Parameter>> each) {
    if (from == items.size()) {
      each.accept(List.copyOf(items));
      return;
    }
    for (int i = from; i < items.size(); i++) {
      Collections.swap(items, from, i);
      permute(items, from + 1, each);
      Collections.swap(items, from, i);
    }
  }

  /** The request's own parameters in an order; those that carry the signature keep their places. */
  private static HttpRequest withOwnInOrder(
      SigningRules rules, HttpRequest request, List<Parameter> order) {
    List<Parameter> left = new ArrayList<>(order);
    return Writers.query(
            query ->
                Parameter.parse(query).stream()
                    .map(one -> isCarrier(rules, one.toString()) ? one : left.remove(0))
                    .map(Parameter::toString)
                    .collect(Collectors.joining("&")))
        .apply(request);
  }

  private static List<Parameter> own(SigningRules rules, HttpRequest request) {
    return request.query().map(Parameter::parse).orElse(List.of()).stream()
        .filter(one -> !isCarrier(rules, one.toString()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean isCarrier(SigningRules rules, String parameter) {
    return rules.sent().stream()
        .filter(one -> one instanceof Placement.InQuery)
        .anyMatch(one -> parameter.startsWith(Carriers.name(one) + "="));
  }

  private static String encoded(String parameter) {
    Parameter one = Parameter.parse(parameter).stream().findFirst().orElseThrow();
    return new Parameter(encodedRaw(one.name()), one.value().map(TransportDeviations::encodedRaw))
        .toString();
  }

  /** Encodes what is not yet. */
  private static String encodedRaw(String text) {
    return Percent.encode(Percent.decode(text));
  }

  private static HttpRequest appended(HttpRequest request, String parameter) {
    String query = request.query().filter(text -> !text.isEmpty()).map(text -> text + "&").orElse("");
    return request.withUrl(request.url().withQuery(Optional.of(query + parameter)));
  }

  private static List<HttpRequest> withoutEach(SigningRules rules, HttpRequest request) {
    List<HttpRequest> all = new ArrayList<>();
    List<Parameter> parameters = request.query().map(Parameter::parse).orElse(List.of());
    for (int i = 0; i < parameters.size(); i++) {
      if (!isCarrier(rules, parameters.get(i).toString())) {
        List<Parameter> kept = new ArrayList<>(parameters);
        kept.remove(i);
        Optional<String> query =
            kept.isEmpty() ? Optional.empty() : Optional.of(QueryTexts.join(kept, "&"));
        all.add(request.withUrl(request.url().withQuery(query)));
      }
    }
    return all;
  }

  private static List<HttpRequest> hosts(HttpRequest request, String documented) {
    Set<String> hosts = new TreeSet<>();
    hosts.add(documented);
    hosts.add(request.url().authority());
    hosts.addAll(request.headers().values("X-Forwarded-Host"));
    hosts.addAll(request.headers().values("X-Original-Host"));
    return hosts.stream()
        .filter(host -> !host.equals(request.authority()))
        .map(host -> Writers.authority(text -> host).apply(request))
        .toList();
  }

  /** With the first segment of any of the service's documented paths before it. */
  private static List<HttpRequest> prefixed(Scheme scheme, HttpRequest request) {
    Set<String> prefixes = prefixes(scheme);
    prefixes.addAll(request.headers().values("X-Forwarded-Prefix"));
    return prefixes.stream()
        .map(prefix -> Writers.path(path -> prefix + path).apply(request))
        .toList();
  }

  private static Set<String> prefixes(Scheme scheme) {
    Set<String> prefixes = new TreeSet<>();
    for (Resource resource : scheme.service().resources()) {
      String target = resource.target().toString();
      int end = target.indexOf('/', 1);
      if (end > 0) {
        prefixes.add(target.substring(0, end));
      }
    }
    return prefixes;
  }

  private static HttpRequest twice(SigningRules rules, HttpRequest request) {
    Placement carrier = rules.sent().get(rules.sent().size() - 1);
    String name = Carriers.name(carrier);
    return carrier instanceof Placement.InHeader
        ? request
            .headers()
            .first(name)
            .map(value -> request.withHeader(name, value))
            .orElse(request)
        : appended(request, name + "=" + parameter(request, name));
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
