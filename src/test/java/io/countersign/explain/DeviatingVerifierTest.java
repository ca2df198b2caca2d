package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import io.countersign.verify.Verifier;
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
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each deviating verifier says of some request what the reference verifier does not, but for those
 * of which it is known why nothing can tell them from it.
 */
class DeviatingVerifierTest {
  /** A request as it arrives, and when, at a verifier that knows these credentials. */
  private record Probe(Credentials credentials, HttpRequest request, Instant now) {}

  @TestFactory
  Stream<DynamicTest> verify_deviatesSomewhere() {
    return Examples.cases().stream()
        .flatMap(
            one -> {
              VerifierCatalogue catalogue = VerifierCatalogue.of(one.scheme(), one.profile());
              List<Probe> probes = probes(one);
              Stream<DynamicTest> checks =
                  catalogue.deviations().stream()
                      .map(
                          deviation ->
                              test(
                                  one + " " + deviation,
                                  () -> deviates(one, catalogue, deviation, probes),
                                  catalogue.equivalence(deviation).isEmpty()));
              // What is equivalent in requests that HTTP allows, others may tell apart.
              Stream<DynamicTest> computing =
                  catalogue.shared().stream()
                      .map(
                          deviation ->
                              test(
                                  one + " " + deviation,
                                  () ->
                                      catalogue.equivalence(deviation).isPresent()
                                          || deviates(one, catalogue, deviation, probes),
                                  true));
              return Stream.concat(checks, computing);
            });
  }

  private static DynamicTest test(String what, BooleanSupplier deviates, boolean due) {
    return dynamicTest(what, () -> assertThat(deviates.getAsBoolean()).as(what).isEqualTo(due));
  }

  private static boolean deviates(
      Examples.Case one, VerifierCatalogue catalogue, Deviation deviation, List<Probe> probes) {
    DeviatingVerifier deviating = DeviatingVerifier.of(catalogue, deviation);
    return probes.stream()
        .anyMatch(
            probe ->
                deviating.verify(probe.credentials(), probe.request(), probe.now()).isAccepted()
                    != Verifier.of(one.scheme(), one.profile(), probe.credentials())
                        .verify(probe.request(), probe.now())
                        .isAccepted());
  }

  /** Correct requests first, so that verifiers which remember have seen them. */
  private static List<Probe> probes(Examples.Case one) {
    List<Probe> probes = new ArrayList<>();
    SignerCatalogue signers = SignerCatalogue.of(one.scheme(), one.profile());
    for (Examples.Situation situation : Examples.situations(one.scheme())) {
      if (situation.time().getNano() != 0) {
        correct(one, situation, probes);
      }
    }
    for (Examples.Situation situation : Examples.situations(one.scheme()).subList(0, 11)) {
      tampered(one, situation, probes);
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
          probes.add(new Probe(situation.credentials(), signed, situation.time()));
        } catch (InputException e) {
          // Not with this secret.
        }
      }
    }
    Examples.Situation first = Examples.situations(one.scheme()).get(0);
    unsigned(one, first, probes);
    longBody(one, first, probes);
    return probes;
  }

  /** Nothing is signed, by every method and at every resource. */
  private static void unsigned(
      Examples.Case one, Examples.Situation situation, List<Probe> probes) {
    String base = one.scheme().service().base();
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
      HttpRequest request = HttpRequest.get(base + "/any/call").withMethod(method);
      probes.add(new Probe(situation.credentials(), request, situation.time()));
    }
    for (Resource resource : one.scheme().service().resources()) {
      HttpRequest request =
          HttpRequest.get(base + resource.target().fill(situation.credentials()::text))
              .withMethod(resource.method());
      probes.add(new Probe(situation.credentials(), request, situation.time()));
    }
  }

  /** Longer than 64 kB, and changed at its end. */
  private static void longBody(
      Examples.Case one, Examples.Situation situation, List<Probe> probes) {
    String body = "0123456789".repeat(7000);
    HttpRequest post = Examples.post(one.scheme().service().base() + "/long", body);
    HttpRequest signed =
        Signer.of(one.scheme().rules(one.profile()), situation.credentials())
            .sign(post, situation.time())
            .request();
    for (HttpRequest each : List.of(signed, signed.withBody(Octets.of(body + "!")))) {
      probes.add(new Probe(situation.credentials(), each, situation.time()));
    }
  }

  private static void correct(Examples.Case one, Examples.Situation situation, List<Probe> probes) {
    SigningRules rules = one.scheme().rules(one.profile());
    HttpRequest signed =
        Signer.of(rules, situation.credentials())
            .sign(situation.request(), situation.time())
            .request();
    probes.add(new Probe(situation.credentials(), signed, situation.time()));
    Optional<Duration> age = rules.timestamp().flatMap(rule -> rule.maxAge());
    Instant sent = situation.time().truncatedTo(ChronoUnit.SECONDS);
    for (long seconds : List.of(-7200L, -1L, 0L, 1L, 30L)) {
      Instant now = sent.plus(age.orElse(Duration.ofHours(1))).plusSeconds(seconds);
      probes.add(new Probe(situation.credentials(), signed, now));
    }
    probes.add(new Probe(situation.credentials(), signed, sent.minusSeconds(60)));
    probes.add(new Probe(situation.credentials(), signed, sent.plus(Duration.ofDays(1))));
    Signer signer = Signer.of(rules, situation.credentials());
    probes.add(
        new Probe(
            situation.credentials(),
            signer
                .signWithTimestamp(
                    situation.request(),
                    OffsetDateTime.ofInstant(sent, ZoneOffset.ofHours(-5)).toString(),
                    sent)
                .request(),
            sent));
    probes.add(new Probe(situation.credentials(), lowerCaseHeaders(signed), situation.time()));
  }

  private static void tampered(
      Examples.Case one, Examples.Situation situation, List<Probe> probes) {
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
    changes.forEach(
        change ->
            probes.add(new Probe(situation.credentials(), change.apply(signed), situation.time())));
    fields(rules, situation, signed, probes);
    for (String field : situation.credentials().openFields().keySet()) {
      Credentials others = situation.credentials().withText(field, "another");
      probes.add(new Probe(others, signed, situation.time()));
      probes.add(
          new Probe(
              situation.credentials(),
              Signer.of(rules, situation.credentials().withText(field, "another"))
                  .sign(situation.request(), situation.time())
                  .request(),
              situation.time()));
      for (String odd :
          List.of(
              situation.credentials().text(field).toUpperCase(Locale.ROOT),
              situation.credentials().text(field) + "x",
              "\"" + situation.credentials().text(field) + "\"")) {
        HttpRequest other =
            Signer.of(rules, situation.credentials().withText(field, odd))
                .sign(situation.request(), situation.time())
                .request();
        probes.add(new Probe(situation.credentials(), other, situation.time()));
      }
    }
    if (rules.timestamp().isPresent()) {
      for (String text : List.of("", "yesterday", "2024-12-30T17:04:05.25+02:00")) {
        HttpRequest other =
            signer.signWithTimestamp(situation.request(), text, situation.time()).request();
        probes.add(new Probe(situation.credentials(), other, situation.time()));
      }
      HttpRequest later =
          signer.sign(situation.request(), situation.time().plusSeconds(-9)).request();
      probes.add(
          new Probe(
              situation.credentials(),
              replaced(rules, later, SigningRules.SIGNATURE, signature(rules, signed)),
              situation.time()));
    }
  }

  /** The signature, and each other field, changed or left out. */
  private static void fields(
      SigningRules rules, Examples.Situation situation, HttpRequest signed, List<Probe> probes) {
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
      probes.add(
          new Probe(
              situation.credentials(),
              replaced(rules, signed, SigningRules.SIGNATURE, other),
              situation.time()));
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
