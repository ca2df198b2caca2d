package io.countersign.explain;

import io.countersign.document.InputException;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Resource;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import io.countersign.signing.Signer;
import io.countersign.verify.SentFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Requests that tell verifiers of one scheme and profile apart, right ones and wrong ones. */
final class Probes {
  private final Examples.Case one;
  private final List<Probe> all = new ArrayList<>();

  /** A request as it arrives, and when, at a verifier that knows these credentials. */
  record Probe(Credentials credentials, HttpRequest request, Instant now) {}

  private Probes(Examples.Case one) {
    this.one = one;
  }

  /** Correct requests first, so that verifiers which remember have seen them. */
  static List<Probe> of(Examples.Case one) {
    Probes probes = new Probes(one);
    probes.makeAll();
    return probes.all;
  }

  private void makeAll() {
    SignerCatalogue signers = SignerCatalogue.of(one.scheme(), one.profile());
    for (Examples.Situation situation : Examples.situations(one.scheme())) {
      if (situation.time().getNano() != 0) {
        correct(situation);
      }
    }
    for (Examples.Situation situation : Examples.situations(one.scheme()).subList(0, 11)) {
      tampered(situation);
      for (Deviation deviation : signers.deviations()) {
        try {
          HttpRequest signed =
              DeviatingSigner.of(
                      signers,
                      one.scheme(),
                      one.profile(),
                      situation.credentials(),
                      List.of(deviation))
                  .sign(situation.request(), situation.time())
                  .request();
          add(situation, signed);
        } catch (InputException e) {
          // Not with this secret.
        }
      }
    }
    Examples.Situation first = Examples.situations(one.scheme()).get(0);
    unsigned(first);
    longBody(first);
  }

  private void add(Examples.Situation situation, HttpRequest request) {
    all.add(new Probe(situation.credentials(), request, situation.time()));
  }

  /** Nothing is signed, by every method and at every resource. */
  private void unsigned(Examples.Situation situation) {
    String base = one.scheme().service().base();
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
      HttpRequest request = HttpRequest.get(base + "/any/call").withMethod(method);
      add(situation, request);
    }
    for (Resource resource : one.scheme().service().resources()) {
      HttpRequest request =
          HttpRequest.get(base + resource.target().fill(situation.credentials()::text))
              .withMethod(resource.method());
      add(situation, request);
    }
  }

  /** Longer than 64 kB, and changed at its end. */
  private void longBody(Examples.Situation situation) {
    String body = "0123456789".repeat(7000);
    HttpRequest post = Examples.post(one.scheme().service().base() + "/long", body);
    HttpRequest signed =
        Signer.of(one.scheme().rules(one.profile()), situation.credentials())
            .sign(post, situation.time())
            .request();
    for (HttpRequest each : List.of(signed, signed.withBody(Octets.of(body + "!")))) {
      add(situation, each);
    }
  }

  private void correct(Examples.Situation situation) {
    SigningRules rules = one.scheme().rules(one.profile());
    HttpRequest signed =
        Signer.of(rules, situation.credentials())
            .sign(situation.request(), situation.time())
            .request();
    add(situation, signed);
    Optional<Duration> age = rules.timestamp().flatMap(rule -> rule.maxAge());
    Instant sent = situation.time().truncatedTo(ChronoUnit.SECONDS);
    for (long seconds : List.of(-7200L, -1L, 0L, 1L, 30L)) {
      Instant now = sent.plus(age.orElse(Duration.ofHours(1))).plusSeconds(seconds);
      all.add(new Probe(situation.credentials(), signed, now));
    }
    all.add(new Probe(situation.credentials(), signed, sent.minusSeconds(60)));
    all.add(new Probe(situation.credentials(), signed, sent.plus(Duration.ofDays(1))));
    Signer signer = Signer.of(rules, situation.credentials());
    all.add(
        new Probe(
            situation.credentials(),
            signer
                .signWithTimestamp(
                    situation.request(),
                    OffsetDateTime.ofInstant(sent, ZoneOffset.ofHours(-5)).toString(),
                    sent)
                .request(),
            sent));
    add(situation, lowerCaseHeaders(signed));
  }

  private void tampered(Examples.Situation situation) {
    SigningRules rules = one.scheme().rules(one.profile());
    Signer signer = Signer.of(rules, situation.credentials());
    HttpRequest signed = signer.sign(situation.request(), situation.time()).request();
    List<UnaryOperator<HttpRequest>> changes =
        List.of(
            request -> request.withMethod("DELETE"),
            request -> request.withMethod("get"),
            Writers.authority(host -> "evil.example"),
            Writers.path(path -> path + "/other"),
            Writers.path(path -> path.toUpperCase(Locale.ROOT)),
            Writers.path(path -> path.endsWith("/") ? path : path + "/"),
            Writers.path(path -> path.replace("a", "%61")),
            Writers.query(query -> "evil=1&" + query),
            Writers.query(query -> "empty=&" + query),
            Writers.query(query -> query.replace("a=1", "A=1").replace("page", "PAGE")),
            Writers.query(query -> query.replace("a=1", "%61=1").replace("page", "%70age")),
            Writers.query(query -> query.replace("b=2&a=1", "a=1&b=2")),
            request -> request.withBody(Octets.of(request.body().text() + "more")),
            request -> request.withBody(Octets.of(request.body().text() + " \n")));
    changes.forEach(change -> add(situation, change.apply(signed)));
    fields(rules, situation, signed);
    for (String field : situation.credentials().openFields().keySet()) {
      Credentials others = situation.credentials().withText(field, "another");
      all.add(new Probe(others, signed, situation.time()));
      add(
          situation,
          Signer.of(rules, situation.credentials().withText(field, "another"))
              .sign(situation.request(), situation.time())
              .request());
      for (String odd :
          List.of(
              situation.credentials().text(field).toUpperCase(Locale.ROOT),
              situation.credentials().text(field) + "x",
              "\"" + situation.credentials().text(field) + "\"")) {
        HttpRequest other =
            Signer.of(rules, situation.credentials().withText(field, odd))
                .sign(situation.request(), situation.time())
                .request();
        add(situation, other);
      }
    }
    if (rules.timestamp().isPresent()) {
      for (String text : List.of("", "yesterday", "2024-12-30T17:04:05.25+02:00")) {
        HttpRequest other =
            signer.signWithTimestamp(situation.request(), text, situation.time()).request();
        add(situation, other);
      }
      HttpRequest later =
          signer.sign(situation.request(), situation.time().plusSeconds(-9)).request();
      add(situation, replaced(rules, later, SigningRules.SIGNATURE, signature(rules, signed)));
    }
  }

  /** The signature, and each other field, changed or left out. */
  private void fields(SigningRules rules, Examples.Situation situation, HttpRequest signed) {
    String signature = signature(rules, signed);
    List<String> others =
        new ArrayList<>(
            List.of(
                "",
                signature.substring(0, signature.length() - 4),
                signature.substring(0, signature.length() / 2 + 2) + "A".repeat(4),
                signature.toUpperCase(Locale.ROOT),
                signature + "x",
                "\"" + signature + "\"",
                signature + "&x=1",
                signature.replace("=", ""),
                signature.replace('+', '-').replace('/', '_'),
                signature.charAt(0) == 'a'
                    ? "b" + signature.substring(1)
                    : "a" + signature.substring(1)));
    if (rules.proof() instanceof Proof.Password) {
      String pair = new String(Base64.getDecoder().decode(signature), StandardCharsets.UTF_8);
      for (String odd :
          List.of(
              pair.substring(0, pair.length() - 2),
              pair + "x",
              pair.toUpperCase(Locale.ROOT),
              pair.substring(0, pair.indexOf(':') + 1)
                  + pair.substring(pair.indexOf(':') + 1).toUpperCase(Locale.ROOT))) {
        others.add(Base64.getEncoder().encodeToString(odd.getBytes(StandardCharsets.UTF_8)));
      }
    } else if (signature.endsWith("=")) {
      others.add(HexFormat.of().formatHex(Base64.getDecoder().decode(signature)));
    }
    for (String other : others) {
      add(situation, replaced(rules, signed, SigningRules.SIGNATURE, other));
    }
  }

  private static String signature(SigningRules rules, HttpRequest signed) {
    return SentFields.read(rules, signed).value(SigningRules.SIGNATURE).orElseThrow();
  }

  private static HttpRequest replaced(
      SigningRules rules, HttpRequest signed, String field, String value) {
    SentFields sent = SentFields.read(rules, signed);
    return Placements.putAll(
        rules, signed, name -> name.equals(field) ? value : sent.value(name).orElse(null));
  }

  private static HttpRequest lowerCaseHeaders(HttpRequest request) {
    List<Header> headers = new ArrayList<>();
    for (Header header : request.headers().all()) {
      headers.add(
          new Header(
              header.name().equalsIgnoreCase("x-rmtrack-date")
                  ? "Date"
                  : header.name().toLowerCase(Locale.ROOT),
              header.value()));
    }
    return request.withHeaders(new Headers(headers));
  }
}
