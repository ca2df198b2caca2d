package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.UNUSUAL_REQUESTS;
import static io.countersign.suite.DerivedRequirement.Plain.VALID_REQUEST;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Requests that are easily signed as something else than what is sent. What every client sends
 * binds; the rest is recorded, and left to the features of a scheme that has requirements.
 */
final class DerivedRequests {
  private static final String SPACED = "{ \"b\" : 1,\n  \"a\" : [ 2, 3 ] }\n";

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
  private final SampleCalls calls;

  DerivedRequests(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    this.out = out;
    this.subject = subject;
    this.rules = rules;
    this.calls = new SampleCalls(subject, rules);
  }

  void write() {
    headers().forEach(this::header);
    if (covers(Aspect.Kind.PATH)) {
      usual("A path with a slash at its end", SampleCalls.get(calls.slashed()));
    }
    if (covers(Aspect.Kind.BODY)) {
      usual("A body with blanks and line ends", calls.withBody(SPACED));
      usual("A body with letters beyond ASCII", calls.withBody(LETTERS));
    }
    if (subject.isTriedWithTheUnusual()) {
      bodiesInsteadOfQueries();
      unusual();
    }
  }

  /** Who knows one of several methods whose body is signed takes the others for the rest. */
  private void bodiesInsteadOfQueries() {
    for (String method : calls.methodsOfBodies()) {
      String given = SampleCalls.givenBody(method, calls.url() + "?a=1", SPACED);
      usual("The body of a " + method + " request", given);
      out.scenario(
          VALID_REQUEST,
          "verifier",
          "A " + method + " request whose body is signed in place of its query is accepted",
          given,
          "And a signed request",
          "Then it is accepted");
    }
  }

  /** Those that are signed and come with a call. */
  private List<String> headers() {
    return rules.covered().stream()
        .filter(aspect -> aspect.kind() == Aspect.Kind.HEADER)
        .map(Aspect::name)
        .filter(name -> rules.sentIn(name).isEmpty())
        .sorted()
        .toList();
  }

  private void header(String name) {
    String header = "header " + Gherkin.quoted(name);
    signed(
        VALID_REQUEST,
        "A call with the " + header + " is signed as it is sent",
        "Given a call of the first resource",
        "And its " + header + " is \"Before\"");
  }

  /** Those that are signed. What is written raw into a URL cannot have any letter. */
  private List<String> identifiers() {
    return subject.scheme().credentialFields().stream()
        .filter(field -> field.role() == CredentialRole.IDENTIFIER)
        .map(CredentialField::name)
        .filter(name -> rules.covered().contains(new Aspect(Aspect.Kind.CREDENTIAL, name)))
        .filter(name -> rules.sent().stream().noneMatch(one -> isRaw(one, name)))
        .toList();
  }

  private static boolean isRaw(Placement placement, String field) {
    return placement instanceof Placement.InQuery query
        && query.written() == Placement.Escaping.RAW
        && query.value().fields().contains(field);
  }

  /** Behind a URL that has been filled in: not every path can carry such letters. */
  private void identifier(String field) {
    unusual(
        "Whatever is sent, with the " + field + " \"Zo\u00eb\",",
        SampleCalls.get(calls.url()),
        "And the credential " + Gherkin.quoted(field) + " is \"Zo\u00eb\"");
  }

  private void unusual() {
    if (covers(Aspect.Kind.HOST)) {
      hosts();
    }
    if (covers(Aspect.Kind.PATH)) {
      PATHS.forEach(
          one ->
              unusual(
                  one.name(), SampleCalls.get(calls.slashed().replaceFirst("/$", one.behind()))));
    }
    if (covers(Aspect.Kind.QUERY)) {
      QUERIES.forEach(one -> unusual(one.name(), SampleCalls.get(calls.url() + one.behind())));
    }
    if (covers(Aspect.Kind.BODY)) {
      unusual("A body with a URL in it", calls.withBody("{\"a\":\"https://example.com/\"}"));
      unusual("A body behind a query", calls.withBody("?a=1", SPACED));
    }
    for (String name : headers()) {
      unusual(
          "The header " + Gherkin.quoted(name) + " with a letter beyond ASCII",
          "Given a call of the first resource",
          "And its header " + Gherkin.quoted(name) + " is \"Zo\u00eb\"");
    }
    identifiers().forEach(this::identifier);
    if (rules.proof() instanceof Proof.Mac mac && mac.keyEncoding() == KeyEncoding.UTF_8) {
      for (String secret : List.of("gehëim", " s3cret ")) {
        String credential = Gherkin.quoted(mac.secretField());
        unusual(
            "Whatever is sent, with the secret " + Gherkin.quoted(secret) + ",",
            "Given the credential " + credential + " is " + Gherkin.quoted(secret));
      }
    }
  }

  private void hosts() {
    String base = subject.scheme().service().base();
    String behind = calls.url().substring(base.length());
    if (base.lastIndexOf(':') < base.indexOf('/')) {
      unusual("A host with a port", SampleCalls.get(base + ":8443" + behind));
    }
    int start = base.indexOf("//") + 2;
    String host = base.substring(start);
    String before = base.substring(0, start);
    unusual("A host in capitals", SampleCalls.get(before + host.toUpperCase(Locale.ROOT) + behind));
    unusual(
        "A host that the header names, and not the URL,",
        SampleCalls.get(before + "10.0.0.7" + behind),
        "And its header \"Host\" is " + Gherkin.quoted(host));
  }

  private boolean covers(Aspect.Kind kind) {
    return rules.covered().contains(new Aspect(kind, ""));
  }

  private void usual(String name, String given) {
    signed(VALID_REQUEST, name + " is signed as it is sent", given);
  }

  private void unusual(String name, String... given) {
    signed(UNUSUAL_REQUESTS, name + " is signed as it is sent", given);
  }

  private void signed(DerivedRequirement requirement, String name, String... given) {
    List<String> steps = new ArrayList<>(List.of(given));
    steps.add("When it is signed");
    steps.add("Then the reference verifier accepts it");
    steps.add("And the request is otherwise unchanged");
    out.scenario(requirement, "signer", name, steps.toArray(String[]::new));
  }
}
