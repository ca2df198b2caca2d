package io.countersign.selftest;

import io.countersign.document.InputException;
import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.DeviatingVerifier;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.explain.VerifierCatalogue;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Signed;
import io.countersign.target.VerifierUnderTest;
import java.util.ArrayList;
import java.util.List;

/** Everything that the suite is tried on for one scheme: deviating and right ones. */
final class Candidates {
  private final SchemeUnderTest subject;
  private final Profile profile;
  private final List<Candidate> all = new ArrayList<>();

  private Candidates(SchemeUnderTest subject, Profile profile) {
    this.subject = subject;
    this.profile = profile;
  }

  static List<Candidate> of(SchemeUnderTest subject, Profile profile) {
    Candidates candidates = new Candidates(subject, profile);
    candidates.signers();
    CarelessSigners.of(subject, profile).forEach(candidates.all::add);
    candidates.verifiers();
    WiredCandidates.of(subject, profile).forEach(candidates.all::add);
    RightVariants.of(subject, profile).forEach(candidates.all::add);
    return candidates.all;
  }

  private void signers() {
    Scheme scheme = subject.scheme();
    SignerCatalogue catalogue = SignerCatalogue.of(scheme, profile);
    for (Deviation deviation : catalogue.deviations()) {
      all.add(
          new Candidate(
              subject,
              Role.SIGNER,
              deviation.id(),
              deviation.title(),
              false,
              catalogue.equivalence(deviation),
              () -> OneSided.signer(deviation.id(), call -> sign(catalogue, deviation, call))));
    }
  }

  private static Signed sign(SignerCatalogue catalogue, Deviation deviation, Call call) {
    try {
      return new Signed.Done(
          DeviatingSigner.of(
                  catalogue, call.scheme(), call.profile(), call.credentials(), List.of(deviation))
              .sign(call.request(), call.time())
              .request());
    } catch (InputException e) {
      return new Signed.Skipped("the deviation does nothing to these credentials");
    }
  }

  private void verifiers() {
    VerifierCatalogue catalogue = VerifierCatalogue.of(subject.scheme(), profile);
    List<Deviation> deviations = new ArrayList<>(catalogue.deviations());
    deviations.addAll(catalogue.shared());
    for (Deviation deviation : deviations) {
      all.add(
          new Candidate(
              subject,
              Role.VERIFIER,
              deviation.id(),
              deviation.title(),
              false,
              catalogue.equivalence(deviation),
              () ->
                  OneSided.verifier(
                      deviation.id(), loose(DeviatingVerifier.of(catalogue, deviation)))));
    }
  }

  /** What a deviating verifier says of reasons counts for nothing. */
  private static VerifierUnderTest loose(DeviatingVerifier verifier) {
    return call -> Judged.of(verifier.verify(call.credentials(), call.request(), call.time()));
  }
}
