package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Method, host and headers in the string to sign. */
final class RequestDeviations {
  private RequestDeviations() {}

  static Shelf<Rewrite> of(SigningRules rules) {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    method(shelf);
    host(shelf);
    headers(rules, shelf);
    return shelf;
  }

  private static void method(Shelf<Rewrite> shelf) {
    shelf.add(
        "method-in-lower-case",
        9,
        Aspect.Kind.METHOD,
        "The method was signed in lower case.",
        "Sign the method as it is sent, in upper case.",
        method(text -> text.toLowerCase(Locale.ROOT)));
    shelf.add(
        "method-capitalised",
        48,
        Aspect.Kind.METHOD,
        "The method was signed with its first letter alone in upper case.",
        "Sign the method as it is sent, in upper case.",
        method(text -> text.substring(0, 1) + text.substring(1).toLowerCase(Locale.ROOT)));
    shelf.add(
        "method-always-get",
        13,
        Aspect.Kind.METHOD,
        "GET was signed although the request has another method.",
        "Sign the method that is sent; a redirect or a method override may have changed it.",
        method(text -> "GET"));
    shelf.add(
        "method-always-post",
        37,
        Aspect.Kind.METHOD,
        "POST was signed although the request has another method.",
        "Sign the method that is sent; a redirect or a method override may have changed it.",
        method(text -> "POST"));
  }

  private static void host(Shelf<Rewrite> shelf) {
    shelf.add(
        "scheme-in-host",
        8,
        Aspect.Kind.HOST,
        "The host was signed with https:// or http:// before it.",
        "Sign the host name alone.",
        host(text -> "https://" + text),
        host(text -> "http://" + text));
    shelf.add(
        "port-in-host",
        15,
        Aspect.Kind.HOST,
        "The host was signed with a port that the request does not name.",
        "Sign the host without the default port.",
        host(text -> text + ":443"),
        host(text -> text + ":80"));
    shelf.add(
        "port-left-out",
        39,
        Aspect.Kind.HOST,
        "The host was signed without its port.",
        "Sign the host with its port, as the Host header has it.",
        Rewrite.mappingCore(
            part ->
                part instanceof Part.Host host && host.port() == Part.Host.Port.AS_SENT
                    ? new Part.Host(Part.Host.Port.OMITTED)
                    : part));
    shelf.add(
        "host-in-upper-case",
        66,
        Aspect.Kind.HOST,
        "The host was signed in upper case.",
        "Sign the host as it is sent.",
        host(text -> text.toUpperCase(Locale.ROOT)));
    shelf.add(
        "host-in-lower-case",
        47,
        Aspect.Kind.HOST,
        "The host was signed in lower case, and sent otherwise.",
        "Sign the host as it is sent, or send it in lower case.",
        host(text -> text.toLowerCase(Locale.ROOT)));
    shelf.add(
        "host-without-first-label",
        53,
        Aspect.Kind.HOST,
        "The host was signed without its first label.",
        "Sign the whole host name.",
        host(text -> text.substring(text.indexOf('.') + 1)));
    shelf.add(
        "slash-behind-host",
        38,
        Aspect.Kind.HOST,
        "A slash was signed between host and path, which has one already.",
        "Join host and path without another slash.",
        host(text -> text + "/"));
    shelf.add(
        "host-of-url",
        41,
        Aspect.Kind.HOST,
        "The URL's host was signed, and the Host header names another.",
        "Sign the host that the Host header names.",
        seeing(
            Aspect.Kind.HOST, request -> request.withHeaders(request.headers().without("Host"))));
  }

  /** Of the request's own; one that signing writes is spelled as the scheme says. */
  private static void headers(SigningRules rules, Shelf<Rewrite> shelf) {
    shelf.add(
        "header-values-in-lower-case",
        49,
        Aspect.Kind.HEADER,
        "The values of the headers were signed in lower case.",
        "Sign the value of a header as it is sent.",
        Rewrite.writing(
            part ->
                Rewrite.core(part) instanceof Part.HeaderValue header
                    && rules.sentIn(header.name()).isEmpty(),
            Writers.changingText(text -> text.toLowerCase(Locale.ROOT))));
  }

  private static Rewrite method(UnaryOperator<String> change) {
    return seeing(
        Aspect.Kind.METHOD, request -> request.withMethod(change.apply(request.method())));
  }

  private static Rewrite host(UnaryOperator<String> change) {
    return Rewrite.writing(Aspect.Kind.HOST, Writers.changingText(change));
  }

  private static Rewrite seeing(Aspect.Kind kind, UnaryOperator<HttpRequest> view) {
    return Rewrite.writing(kind, Writers.seeing(view));
  }
}
