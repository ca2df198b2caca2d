package io.countersign.suite;

import io.countersign.document.InputException;
import io.countersign.explain.Affects;
import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.verify.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is signed rightly and sent wrongly: each way of the catalogue in which a signer gets the
 * place, the name or the syntax of a field wrong is shown to a verifier.
 */
final class DerivedDeviations {
  private static final Instant EXAMPLE = Instant.parse("2014-09-23T17:23:00Z");

  /** The requirement that is not met; what is not listed is a matter of syntax. */
  static final Map<String, String> REQUIREMENTS =
      Map.ofEntries(
          Map.entry("header-misspelt", "carrier-names"),
          Map.entry("header-without-x", "carrier-names"),
          Map.entry("header-with-x", "carrier-names"),
          Map.entry("header-for-proxies", "carrier-names"),
          Map.entry("parameter-in-camel-case", "carrier-names"),
          Map.entry("signature-in-query", "carrier-names"),
          Map.entry("signature-in-header", "carrier-names"),
          Map.entry("auth-scheme-left-out", "credential-form"),
          Map.entry("auth-scheme-other", "credential-form"),
          Map.entry("key-id-missing", "credential-required"),
          Map.entry("authentication-missing", "credential-required"),
          Map.entry("signature-missing", "signature-form"),
          Map.entry("timestamp-missing", "timestamp-form"));

  /** How the ids of those begin that concern the digest which is sent. */
  static final String OF_DIGESTS = "sent-digest-";

  private final Gherkin out;
  private final SchemeUnderTest subject;
  private final Profile profile;
  private final SignerCatalogue catalogue;
  private final SampleCalls.Call example;

  /** Those on which a digest shows that is not right. */
  private final List<SampleCalls.Call> digested;

  private DerivedDeviations(Gherkin out, SchemeUnderTest subject, Profile profile) {
    this.out = out;
    this.subject = subject;
    this.profile = profile;
    this.catalogue = SignerCatalogue.of(subject.scheme(), profile);
    this.example =
        new SampleCalls.Call(
            "",
            "",
            Place.call(
                subject.scheme(), subject.scheme().service().first(), subject.credentials()));
    SampleCalls calls = new SampleCalls(subject, subject.scheme().rules(profile));
    this.digested = List.of(calls.withBody(), calls.telling(), calls.withoutBody());
  }

  static void write(Gherkin out, SchemeUnderTest subject, Profile profile) {
    DerivedDeviations deviations = new DerivedDeviations(out, subject, profile);
    deviations.catalogue.deviations().stream()
        .filter(one -> one.affects() == Affects.PLACEMENT)
        .forEach(deviations::refused);
  }

  /** A scheme may read more freely than its signer writes. */
  private boolean isRefused(Deviation deviation, HttpRequest request) {
    try {
      HttpRequest sent =
          DeviatingSigner.of(
                  catalogue, subject.scheme(), profile, subject.credentials(), List.of(deviation))
              .sign(request, EXAMPLE)
              .request();
      return !Verifier.of(subject.scheme(), profile, subject.credentials())
          .verify(sent, EXAMPLE)
          .isAccepted();
    } catch (InputException e) {
      return false;
    }
  }

  private void refused(Deviation deviation) {
    boolean isOfDigests = deviation.id().startsWith(OF_DIGESTS);
    String requirement = isOfDigests ? "body-digest" : "carrier-syntax";
    candidates(isOfDigests).stream()
        .filter(call -> isRefused(deviation, call.request()))
        .findFirst()
        .ifPresent(
            call ->
                refused(REQUIREMENTS.getOrDefault(deviation.id(), requirement), deviation, call));
  }

  private List<SampleCalls.Call> candidates(boolean isOfDigests) {
    List<SampleCalls.Call> candidates = new ArrayList<>();
    if (!isOfDigests) {
      candidates.add(example);
    }
    // What carries a digest may show nowhere else.
    if (subject.scheme().rules(profile).digest().isPresent()) {
      candidates.addAll(digested);
    }
    return candidates;
  }

  private void refused(String requirement, Deviation deviation, SampleCalls.Call call) {
    out.changed(
        requirement,
        "Signed rightly and sent wrongly: " + deviation.title(),
        call.given().isEmpty() ? List.of() : List.of(call.given()),
        "it is signed with the deviation " + Gherkin.quoted(deviation.id()),
        "rejected");
  }
}
