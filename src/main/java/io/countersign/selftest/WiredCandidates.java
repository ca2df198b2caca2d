package io.countersign.selftest;

import io.countersign.explain.DeviatingVerifier;
import io.countersign.explain.Deviation;
import io.countersign.explain.VerifierCatalogue;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Resource;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Target;
import io.countersign.target.VerifierUnderTest;
import io.countersign.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A sample of deviating verifiers behind real HTTP: what goes unnoticed on the wire and not in
 * process is a fault of the wire. Beside them what only a server can get wrong.
 */
final class WiredCandidates {
  private static final List<String> SAMPLE =
      List.of(
          "signature-not-compared",
          "key-id-not-checked",
          "expiry-not-checked",
          "expiry-not-checked-again",
          "age-without-days",
          "offset-not-read",
          "only-get-verified",
          "unsigned-head-accepted",
          "unsigned-options-accepted",
          "body-read-up-to-64-kb");

  private final SchemeUnderTest subject;
  private final List<Candidate> all = new ArrayList<>();

  private WiredCandidates(SchemeUnderTest subject) {
    this.subject = subject;
  }

  static List<Candidate> of(SchemeUnderTest subject, Profile profile) {
    WiredCandidates candidates = new WiredCandidates(subject);
    VerifierCatalogue catalogue = VerifierCatalogue.of(subject.scheme(), profile);
    catalogue.deviations().stream()
        .filter(deviation -> SAMPLE.contains(deviation.id()))
        .forEach(deviation -> candidates.sample(catalogue, deviation));
    if (subject.scheme().service().resources().stream().anyMatch(Resource::open)) {
      candidates.add(
          "open-resources-guarded",
          "The server asks for a signature where none is needed.",
          () -> {
            EmbeddedTarget vendor = EmbeddedTarget.reference();
            return OneSided.endpoint(
                "open-resources-guarded", guarded(vendor.endpoint().orElseThrow()), vendor::close);
          });
    }
    return candidates.all;
  }

  private void sample(VerifierCatalogue catalogue, Deviation deviation) {
    add(
        deviation.id(),
        deviation.title(),
        () -> {
          DeviatingVerifier verifier = DeviatingVerifier.of(catalogue, deviation);
          EmbeddedTarget vendor =
              EmbeddedTarget.reference()
                  .withJudge(
                      (client, request, now) ->
                          verifier.verify(client.credentials(), request, now));
          return OneSided.endpoint(deviation.id(), vendor.endpoint().orElseThrow(), vendor::close);
        });
  }

  private void add(String id, String title, Supplier<Target> target) {
    all.add(new Candidate(subject, Role.ENDPOINT, id, title, false, Optional.empty(), target));
  }

  /** A vendor with a gateway before it that knows of no open resource. */
  private static VerifierUnderTest guarded(VerifierUnderTest vendor) {
    return call ->
        Verifier.of(call.scheme(), call.profile(), call.credentials())
                .verify(call.request(), call.time())
                .isAccepted()
            ? vendor.judge(call)
            : new Judged.Rejected("", "not signed");
  }
}
