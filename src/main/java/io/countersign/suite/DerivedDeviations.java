package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.BODY_DIGEST;

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

/**
 * What is signed rightly and sent wrongly: each way of the catalogue in which a signer gets the
 * place, the name or the syntax of a field wrong is shown to a verifier.
 */
final class DerivedDeviations {
  private static final Instant EXAMPLE = Instant.parse("2014-09-23T17:23:00Z");

  private final Gherkin out;
  private final SchemeUnderTest subject;
  private final Profile profile;
  private final SignerCatalogue catalogue;
  private final SampleCalls.Sample example;

  /** Those on which a digest shows that is not right. */
  private final List<SampleCalls.Sample> digested;

  private DerivedDeviations(Gherkin out, SchemeUnderTest subject, Profile profile) {
    this.out = out;
    this.subject = subject;
    this.profile = profile;
    this.catalogue = SignerCatalogue.of(subject.scheme(), profile);
    this.example =
        new SampleCalls.Sample(
            "",
            "",
            Destination.call(
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
    DerivedRequirement requirement = BrokenRequirement.derived(deviation);
    candidates(requirement == BODY_DIGEST).stream()
        .filter(call -> isRefused(deviation, call.request()))
        .findFirst()
        .ifPresent(call -> refused(requirement, deviation, call));
  }

  private List<SampleCalls.Sample> candidates(boolean isOfDigests) {
    List<SampleCalls.Sample> candidates = new ArrayList<>();
    if (!isOfDigests) {
      candidates.add(example);
    }
    // What carries a digest may show nowhere else.
    if (subject.scheme().rules(profile).digest().isPresent()) {
      candidates.addAll(digested);
    }
    return candidates;
  }

  private void refused(
      DerivedRequirement requirement, Deviation deviation, SampleCalls.Sample call) {
    out.changed(
        requirement,
        "Signed rightly and sent wrongly: " + deviation.title(),
        call.given().isEmpty() ? List.of() : List.of(call.given()),
        "it is signed with the deviation " + Gherkin.quoted(deviation.id()),
        "rejected");
  }
}
