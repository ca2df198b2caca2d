package io.countersign.signing;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A request to be signed by one scheme under one profile, with somebody's credentials. */
public record SigningCase(
    Scheme scheme, Profile profile, Credentials credentials, HttpRequest request, Instant time) {

  public SigningRules rules() {
    return scheme.rules(profile);
  }

  public SignedRequest signed() {
    return Signer.of(rules(), credentials).sign(request, time);
  }

  /** The verdict on a request, by a clock that reads a minute later. */
  public Verdict verify(HttpRequest sent) {
    return verify(sent, credentials);
  }

  public Verdict verify(HttpRequest sent, Credentials known) {
    return Verifier.of(scheme, profile, known).verify(sent, time.plusSeconds(60));
  }

  /** Cases of every signing scheme and both profiles. */
  public static Arbitrary<SigningCase> all() {
    return Combinators.combine(
            Arbitraries.of(TestSchemes.SIGNING).map(TestSchemes::builtIn),
            Arbitraries.of(Profile.values()),
            keyIds().list().ofSize(2),
            secrets(),
            requests(),
            Arbitraries.longs().between(0, 4102444800L).map(Instant::ofEpochSecond))
        .as(
            (scheme, profile, ids, secret, request, time) ->
                new SigningCase(scheme, profile, credentials(scheme, ids, secret), request, time));
  }

  private static Credentials credentials(Scheme scheme, List<String> ids, String secret) {
    Map<String, String> values = new LinkedHashMap<>();
    for (CredentialField field : scheme.credentialFields()) {
      values.put(
          field.name(),
          switch (field.role()) {
            case SECRET -> secret;
            case KEY_ID -> ids.get(0);
            case IDENTIFIER -> ids.get(1);
          });
    }
    return Credentials.of(scheme, values);
  }

  private static Arbitrary<String> keyIds() {
    return Arbitraries.strings().withChars("abcXYZ019-._~").ofMinLength(1).ofMaxLength(40);
  }

  /** Shorter and longer than a block of the hash, and of all sorts of characters. */
  private static Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .withChars("abc019+/= \n\u00e9\u20ac\u0000")
        .ofMinLength(1)
        .ofMaxLength(150);
  }

  private static Arbitrary<HttpRequest> requests() {
    Arbitrary<String> words =
        Arbitraries.of("a", "b7", "x-y", "%C3%A9", "%20", "%2B", "~", "+", "%7e");
    Arbitrary<String> paths =
        words.list().ofMinSize(1).ofMaxSize(4).map(list -> "/p" + String.join("/", list));
    Arbitrary<String> pairs =
        Combinators.combine(words, Arbitraries.of("", "="), words)
            .as((name, equals, value) -> "q" + name + equals + value);
    Arbitrary<String> queries =
        pairs.list().ofMaxSize(4).map(list -> list.isEmpty() ? "" : "?" + String.join("&", list));
    Arbitrary<Headers> headers =
        Combinators.combine(Arbitraries.of("X-Other", "Accept"), words)
            .as(Header::new)
            .list()
            .ofMaxSize(2)
            .map(Headers::new);
    Arbitrary<Octets> bodies =
        Arbitraries.oneOf(
            Arbitraries.just(Octets.EMPTY),
            Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(40).map(Octets::of));
    return Combinators.combine(
            Arbitraries.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
            Combinators.combine(paths, queries).as((path, query) -> path + query),
            headers,
            bodies)
        .as(
            (method, target, fields, body) ->
                new HttpRequest(
                    method, RequestUrl.parse("https://api.example.com" + target), fields, body));
  }
}
