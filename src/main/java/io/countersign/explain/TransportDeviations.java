package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What proxies, gateways and HTTP libraries do to a request after it was signed. */
final class TransportDeviations {
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
    deviations.joined(rules);
    deviations.escapedTimestamp(rules);
    return deviations.shelf;
  }

  private static boolean covers(SigningRules rules, Aspect.Kind kind) {
    return rules.stringToSign().stream().anyMatch(part -> Rewrite.covers(part, kind));
  }

  private void query(SigningRules scheme) {
    if (!scheme.sortsQuery()) {
      add(
          "query-sorted-on-the-way",
          40,
          "The query was sorted after the request was signed.",
          "Send the query in the order in which it was signed; look at proxies and libraries.",
          new Transport(OwnParameters::sorted, OwnParameters::permutations));
    }
    if (scheme.leaves().stream().anyMatch(part -> Rewrite.coversRaw(part, Aspect.Kind.QUERY))) {
      escapes();
    }
    add(
        "parameter-added-on-the-way",
        44,
        "A parameter was added after the request was signed.",
        "Sign the request as the last step, with every parameter in it.",
        new Transport(
            (rules, request) -> appended(request, "_=1417704906"),
            TransportDeviations::withoutEach));
  }

  private void escapes() {
    add(
        "query-decoded-on-the-way",
        41,
        "Percent-escapes of the query were decoded after the request was signed.",
        "Send the query as it was signed; look at proxies and HTTP libraries.",
        own(Percent::decode, QueryTexts.each(TransportDeviations::encoded)));
    add(
        "query-escaped-on-the-way",
        42,
        "Characters of the query were percent-encoded after the request was signed.",
        "Sign the query as it will be sent, encoded.",
        own(
            text -> text.replace("[", "%5B").replace("]", "%5D").replace("~", "%7E"),
            text ->
                text.replaceAll("%5[Bb]", "[")
                    .replaceAll("%5[Dd]", "]")
                    .replaceAll("%7[Ee]", "~")));
  }

  private void host(Scheme scheme) {
    String base = scheme.service().base();
    String host = base.substring(base.indexOf("://") + 3);
    add(
        "host-rewritten-on-the-way",
        45,
        "The request was signed for another host than it arrived at.",
        "Sign the host that the verifier sees, or have the proxy keep the Host header.",
        new Transport(
            (rules, request) -> Writers.authority(text -> "backend.internal:8080").apply(request),
            (rules, request) -> hosts(request, host)));
  }

  /** The deviation as it was seen: the request before it, and the one that arrived. */
  static Deviation seen(Deviation about, HttpRequest before, HttpRequest arrived) {
    return before.authority().equals(arrived.authority())
        ? about
        : SignedHostDeviations.seen(about, before.authority(), arrived.authority());
  }

  private void method() {
    add(
        "method-changed-on-the-way",
        46,
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
    add(
        "path-prefix-removed-on-the-way",
        47,
        "The path was signed with a prefix that was removed before the request arrived.",
        "Sign the path that the verifier sees; look at the gateway's rewriting.",
        new Transport(
            (rules, request) ->
                prefixes(scheme).stream().anyMatch(one -> request.path().startsWith(one + "/"))
                    ? Writers.path(PathDeviations::withoutFirstSegment).apply(request)
                    : request,
            (rules, request) -> prefixed(scheme, request)));
  }

  private void carriers() {
    Deviation twice = Duplicates.SENT_TWICE;
    add(
        twice.id(),
        twice.rank(),
        twice.title(),
        twice.fix(),
        new Transport(Duplicates::twice, Duplicates::once));
  }

  /** Not on the way, but after the signature as well: what was signed is put into the URL. */
  private void joined(SigningRules scheme) {
    if (scheme.sent().stream().anyMatch(one -> one instanceof Placement.InQuery)) {
      Deviation twice = SecondQuestionMark.PUT;
      add(
          twice.id(),
          twice.rank(),
          twice.title(),
          twice.fix(),
          new Transport(SecondQuestionMark::put, SecondQuestionMark::mended));
    }
  }

  private void escapedTimestamp(SigningRules scheme) {
    if (EscapedTimestamp.canBe(scheme)) {
      add(
          "timestamp-percent-encoded-in-header",
          11,
          "The timestamp was sent percent-encoded in a header, and signed as it is.",
          "Send the text that was signed: nothing decodes a header.",
          new Transport(EscapedTimestamp::escaped, EscapedTimestamp::unescaped));
    }
  }

  private void add(String id, int rank, String title, String fix, Transport transport) {
    shelf.add(id, rank, title, fix, transport);
  }

  /** A change of the request's own query. */
  private static Transport own(UnaryOperator<String> forward, UnaryOperator<String> back) {
    return new Transport(
        (rules, request) -> OwnParameters.changed(rules, request, forward),
        (rules, request) -> List.of(OwnParameters.changed(rules, request, back)));
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

  static HttpRequest appended(HttpRequest request, String parameter) {
    String query =
        request.query().filter(text -> !text.isEmpty()).map(text -> text + "&").orElse("");
    return request.withUrl(request.url().withQuery(Optional.of(query + parameter)));
  }

  private static List<HttpRequest> withoutEach(SigningRules rules, HttpRequest request) {
    List<HttpRequest> all = new ArrayList<>();
    List<Parameter> parameters = request.query().map(Parameter::parse).orElse(List.of());
    for (int i = 0; i < parameters.size(); i++) {
      if (!OwnParameters.isCarrier(rules, parameters.get(i).toString())) {
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
}
