package io.countersign.suite;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Proof;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.Resource;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Requests that are easily signed as something else than what is sent. What every client sends
 * binds; the rest is recorded, and left to the features of a scheme that has requirements.
 */
final class DerivedRequests {
  /** Sent where no resource of the scheme has a body of its own. */
  static final String BODY = "{\"a\":1}";

  private static final String POST = "POST";

  private static final String SPACED = "{ \"a\" : 1,\n  \"b\" : [ 2, 3 ] }\n";

  private static final String TELLING = "{ \"a/b\" : \"\u20ac\",\n  \"c\" : [ 1, 2 ] }\n";

  private static final String LETTERS = "{\"city\":\"Li\u00e8ge\",\"price\":\"5 \u20ac\"}";

  /** Paths and queries to put behind a URL, with what is unusual about them. */
  private record Unusual(String name, String behind) {}

  private static final List<Unusual> PATHS =
      List.of(
          new Unusual("A path with dot segments", "/a/./b/../c"),
          new Unusual("A path with an empty segment", "//a"),
          new Unusual("A path with escapes in lower case", "/caf%c3%a9"));

  private static final List<Unusual> QUERIES =
      List.of(
          new Unusual("A query with escapes in lower case", "?a=caf%c3%a9"),
          new Unusual("A query with a plus sign", "?a=b+c"),
          new Unusual("A query with a tilde", "?a=~b"),
          new Unusual("A query with brackets", "?a[0]=2&a[1]=1"),
          new Unusual("A query with a capital letter in a name", "?b=2&C=1"),
          new Unusual("A query with a name that is there twice", "?a=2&a=1"),
          new Unusual("A query with escapes in its names", "?%7Ea=1&b=2"),
          new Unusual("A query with a parameter without a value", "?a&b=1"),
          new Unusual("A query with an empty value", "?a=&b=1"));

  private final Gherkin out;
  private final SchemeUnderTest subject;
  private final SigningRules rules;

  DerivedRequests(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    this.out = out;
    this.subject = subject;
    this.rules = rules;
  }

  void write() {
    rules.covered().stream()
        .filter(aspect -> aspect.kind() == Aspect.Kind.HEADER)
        .map(Aspect::name)
        .filter(name -> rules.sentIn(name).isEmpty())
        .sorted()
        .forEach(this::header);
    if (covers(Aspect.Kind.PATH)) {
      usual("A path with a slash at its end", get(slashed()));
    }
    if (covers(Aspect.Kind.BODY)) {
      usual("A body with blanks and line ends", withBody(SPACED));
      usual("A body with letters beyond ASCII", withBody(LETTERS));
    }
    if (subject.requirements().all().isEmpty()) {
      unusual();
    }
  }

  private void header(String name) {
    String header = "header " + Gherkin.quoted(name);
    signed(
        "valid-request",
        "A call with the " + header + " is signed as it is sent",
        "Given a call of the first resource",
        "And its " + header + " is \"Before\"");
  }

  private void unusual() {
    String base = subject.scheme().service().base();
    if (covers(Aspect.Kind.HOST) && base.lastIndexOf(':') < base.indexOf('/')) {
      unusual("A host with a port", get(base + ":8443" + url().substring(base.length())));
    }
    if (covers(Aspect.Kind.PATH)) {
      PATHS.forEach(one -> unusual(one.name(), get(slashed().replaceFirst("/$", one.behind()))));
    }
    if (covers(Aspect.Kind.QUERY)) {
      QUERIES.forEach(one -> unusual(one.name(), get(url() + one.behind())));
    }
    if (covers(Aspect.Kind.BODY)) {
      unusual("A body with a URL in it", withBody("{\"a\":\"https://example.com/\"}"));
      unusual("A body behind a query", withBody("?a=1", SPACED));
    }
    if (rules.proof() instanceof Proof.Mac mac && mac.keyEncoding() == KeyEncoding.UTF_8) {
      for (String secret : List.of("gehëim", " s3cret ")) {
        String credential = Gherkin.quoted(mac.secretField());
        unusual(
            "Whatever is sent, with the secret " + Gherkin.quoted(secret) + ",",
            "Given the credential " + credential + " is " + Gherkin.quoted(secret));
      }
    }
  }

  private boolean covers(Aspect.Kind kind) {
    return rules.covered().contains(new Aspect(kind, ""));
  }

  private void usual(String name, String given) {
    signed("valid-request", name + " is signed as it is sent", given);
  }

  private void unusual(String name, String given) {
    signed("unusual-requests", name + " is signed as it is sent", given);
  }

  private void signed(String requirement, String name, String... given) {
    List<String> steps = new ArrayList<>(List.of(given));
    steps.add("When it is signed");
    steps.add("Then the reference verifier accepts it");
    steps.add("And the request is otherwise unchanged");
    out.scenario(requirement, "signer", name, steps.toArray(String[]::new));
  }

  /** The URL of the first resource, without a query. */
  String url() {
    String target =
        subject
            .scheme()
            .service()
            .first()
            .target()
            .fill(field -> subject.credentials().text(field));
    return subject.scheme().service().base() + target.split("\\?")[0];
  }

  private String slashed() {
    return url().replaceFirst("/*$", "/");
  }

  private static String get(String url) {
    return "Given a GET request for " + Gherkin.quoted(url);
  }

  /** A call, with a body or without. */
  record Call(String given, String body, HttpRequest request) {}

  /** A call of the service's own with a body that is signed, or else one that is made up. */
  Call withBody() {
    boolean covered = covers(Aspect.Kind.BODY);
    return subject.scheme().service().resources().stream()
        .filter(resource -> !resource.body().isEmpty() && !resource.open())
        .filter(resource -> !covered || rules.signsBodyOf(call(resource)))
        .findFirst()
        .map(
            resource ->
                new Call(
                    "Given a call of the resource " + Gherkin.quoted(resource.name()),
                    resource.body(),
                    call(resource)))
        .orElseGet(() -> madeUp("", BODY));
  }

  /** A call with a body on which nearly every other way to write it shows, and a query. */
  Call telling() {
    return madeUp("?a=1", TELLING);
  }

  Call withoutBody() {
    return new Call(get(url()), "", HttpRequest.get(url()));
  }

  private Call madeUp(String query, String body) {
    RequestUrl url = RequestUrl.parse(url() + query);
    return new Call(
        withBody(query, body),
        body,
        new HttpRequest(methodFor(body), url, Headers.NONE, Octets.of(body)));
  }

  private HttpRequest call(Resource resource) {
    return Place.call(subject.scheme(), resource, subject.credentials());
  }

  /** A call with a body that is signed, if any is. */
  String withBody(String body) {
    return withBody("", body);
  }

  private String withBody(String query, String body) {
    return "Given a "
        + methodFor(body)
        + " request for "
        + Gherkin.quoted(url() + query)
        + " with the body "
        + Gherkin.quoted(body);
  }

  private String methodFor(String body) {
    RequestUrl url = RequestUrl.parse(url());
    Stream<String> special =
        rules.leaves().stream()
            .filter(QueryPart.class::isInstance)
            .flatMap(part -> ((QueryPart) part).bodyInsteadFor().stream().sorted());
    return Stream.concat(Stream.of(POST), special)
        .filter(
            method ->
                rules.signsBodyOf(new HttpRequest(method, url, Headers.NONE, Octets.of(body))))
        .findFirst()
        .orElse(POST);
  }
}
