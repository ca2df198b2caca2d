package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.DayPart;
import io.countersign.scheme.Derivation;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Schemes, credentials, clocks and requests on which deviations show. */
final class Examples {
  static final Schemes SCHEMES = Schemes.in(List.of(Path.of("features")));

  private Examples() {}

  /** A scheme under one profile. */
  record Case(Scheme scheme, Profile profile) {
    @Override
    public String toString() {
      return scheme.id() + "/" + profile.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A situation in which a request is signed. */
  record Situation(Credentials credentials, HttpRequest request, Instant time) {}

  static List<Case> cases() {
    return SCHEMES.ids().stream()
        .map(SCHEMES::scheme)
        .flatMap(
            scheme ->
                scheme.hasDeployedProfile()
                    ? Stream.of(Profile.values()).map(profile -> new Case(scheme, profile))
                    : Stream.of(new Case(scheme, Profile.DOCUMENTED)))
        .toList();
  }

  static Case of(String id, Profile profile) {
    return new Case(SCHEMES.scheme(id), profile);
  }

  /**
   * Schemes that hash: the body; what is ASCII, as raw bytes; a target that is decoded; and a
   * canonical request with the body's hash in it.
   */
  static List<Case> hashing() {
    Part newline = new Part.Text("\n");
    Part query =
        new QueryPart(QueryPart.Order.BY_NAME, Part.Form.RAW, Set.of(), "=", "&", Set.of());
    Part base64 = digest(Optional.of(Encoding.BASE64), new Part.Body());
    return List.of(
        signing(
            "rmtrack",
            new Part.Method(),
            newline,
            new Part.Path(),
            newline,
            new Part.Timestamp(),
            newline,
            digest(Optional.of(Encoding.HEX), new Part.Body())),
        signing(
            "rmtrack",
            new Part.Path(),
            digest(Optional.empty(), new Part.Method(), new Part.Timestamp())),
        signing(
            "hoshinplan",
            new Part.Method(),
            digest(Optional.of(Encoding.HEX), new Part.Target(Part.Form.DECODED, "signature"))),
        signing(
            "ticketevolution",
            new Part.Text("v1\n"),
            new Part.Credential("token"),
            newline,
            digest(
                Optional.of(Encoding.HEX),
                new Part.Method(),
                newline,
                new Part.Path(),
                newline,
                query,
                newline,
                base64,
                newline)));
  }

  /**
   * Schemes that derive the key: from the day, which is sent as well; from the day, which shows
   * nowhere else, or only in the string to sign; and from no day.
   */
  static List<Case> deriving() {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme("aws-signature-4");
    Part account = new Part.Credential("account");
    return List.of(
        new Case(scheme, Profile.DOCUMENTED),
        deriving("ticketmatic", new Derivation("", List.of(new DayPart(), account))),
        deriving(
            signing("ticketmatic", new Part.Method(), new Part.Timestamp(), new DayPart()).scheme(),
            new Derivation("T1", List.of(new Part.Text("t"), new DayPart(), new Part.Text("t")))),
        deriving("ticketmatic", new Derivation("", List.of(account))));
  }

  /** Schemes that send a hash of the body: in a header that is signed, as a part, in the query. */
  static List<Case> sendingDigests() {
    return Stream.of("kong-digest", "content-md5", "pusher")
        .map(
            id ->
                new Case(Schemes.in(List.of(TestSchemes.further())).scheme(id), Profile.DOCUMENTED))
        .toList();
  }

  private static Case deriving(String id, Derivation derivation) {
    return deriving(SCHEMES.scheme(id), derivation);
  }

  private static Case deriving(Scheme scheme, Derivation derivation) {
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    Proof.Mac mac = (Proof.Mac) rules.proof();
    SigningRules derived =
        TestSchemes.withProof(
            rules,
            new Proof.Mac(
                mac.algorithm(),
                mac.secretField(),
                mac.keyEncoding(),
                mac.encoding(),
                Optional.of(derivation)));
    return new Case(
        scheme.withRules(Profile.DOCUMENTED, derived).withRules(Profile.DEPLOYED, derived),
        Profile.DOCUMENTED);
  }

  private static Part digest(Optional<Encoding> encoding, Part... parts) {
    return new DigestPart(Algorithm.HMAC_SHA256, encoding, List.of(parts));
  }

  private static Case signing(String id, Part... parts) {
    Scheme scheme = SCHEMES.scheme(id);
    SigningRules rules = scheme.rules(Profile.DOCUMENTED).withStringToSign(List.of(parts));
    return new Case(
        scheme.withRules(Profile.DOCUMENTED, rules).withRules(Profile.DEPLOYED, rules),
        Profile.DOCUMENTED);
  }

  static Credentials credentials(Scheme scheme, String secret) {
    Map<String, String> values = new LinkedHashMap<>();
    for (CredentialField field : scheme.credentialFields()) {
      boolean isSecret = field.role() == CredentialRole.SECRET;
      boolean isKey = field.role() == CredentialRole.KEY_ID;
      String identifier = values.containsValue("Café-1") ? "naïve" : "Café-1";
      values.put(field.name(), isSecret ? secret : isKey ? field.example() : identifier);
    }
    return Credentials.of(scheme, values);
  }

  /**
   * The richest request comes first; then one for each thing that cannot be in the same request.
   */
  static List<Situation> situations(Scheme scheme) {
    String base = scheme.service().base();
    String rich =
        "/V9/Caf%C3%a9/list?per_page=25&Page=2&ids[]=7&ids[]=3&name=T%c3%A9o%20R~b&flag&x=";
    List<HttpRequest> requests = new ArrayList<>();
    requests.add(get(base + rich));
    requests.add(post(base + "/V9/Clients/new?b=2&a=1", "{\"name\":\"Zoë / Co\",\"list\":[1,2]}"));
    requests.add(
        new HttpRequest(
            "PUT",
            RequestUrl.parse(base + "/V9/Clients/31?b=2&a=1"),
            Headers.NONE,
            Octets.of("{ \"name\": \"Zo\\u00eb\",\r\n \"n\": [1, 2]}\n")));
    requests.add(post(base + "/V9/Clients/31?b=2&a=1", "{\"n\": 1}").withMethod("PATCH"));
    requests.add(get(base + "/V9/Clients/"));
    requests.add(get(base + "/V9//a/../Clients/./b?q=a+b&c=1&a=b&ab=1&a-b=2"));
    requests.add(get(base.replace("://", "://API-") + "/v9/%c3%a9/x?b=2&z=1&a=%41&%62=3"));
    requests.add(
        get(base + "/v9/x?b=2&a=1")
            .withHeaders(new Headers(List.of(new Header("Host", "other.example")))));
    requests.add(get(base + "/v9/x?b=2&a=1"));
    requests.add(get(base + "/v9/x?b=2&a=1").withHeader("Accept", "application/json"));
    requests.add(get(base + "/v9/café?name=caf%C3%A9%20noir&page=2&a~b=1"));
    requests.add(get(base + scheme.service().resources().get(0).target().fill(field -> "club")));
    List<String> times =
        new ArrayList<>(
            List.of("2024-12-30T15:04:05.678Z", "2014-03-04T05:06:07Z", "2021-01-03T18:00:09.5Z"));
    if (scheme.rules(Profile.DOCUMENTED).usesDay()) {
      times.addAll(List.of("2024-12-31T22:04:05Z", "2024-03-01T04:06:07Z"));
    }
    List<Situation> situations = new ArrayList<>();
    for (String secret :
        List.of(
            "c2VjcmV0IGtleSBmb3IgdGVzdHM=",
            " Sécret of 70 bytes, with white space, longer than a block of SHA-256 is ",
            "00c0ffee00c0ffee00c0ffee00c0ffee",
            "sk_<<???>>>~~~long enough for a second line of base64 to begin~~")) {
      for (String time : times) {
        for (HttpRequest request : requests) {
          situations.add(new Situation(credentials(scheme, secret), request, Instant.parse(time)));
        }
      }
    }
    return situations;
  }

  static HttpRequest get(String url) {
    return HttpRequest.get(url);
  }

  static HttpRequest post(String url, String body) {
    return get(url).withMethod("POST").withBody(Octets.of(body));
  }
}
