package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.DeviatingVerifier;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.explain.VerifierCatalogue;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import io.countersign.steps.FeatureShelf;
import io.countersign.steps.Suite;
import io.countersign.suite.Catalogues;
import io.countersign.suite.Explaining;
import io.countersign.suite.Preflight;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.EndpointOptions;
import io.countersign.target.EndpointTarget;
import io.countersign.target.vendor.Judge;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * How much a run finds at a real server: one that is only reached over HTTP, has a clock of its
 * own, knows one party, and is not to be written to. Less than at a verifier in an adapter, and
 * this is how much less.
 */
class ServerPowerTest {
  static final List<String> SCHEMES = Runs.ALL;

  private static final FeatureShelf FEATURES = new FeatureShelf();

  /** Of what no documentation speaks; it is recorded, at adapters too. */
  private static final Set<String> SYNTAX =
      Set.of(
          "first-of-several-taken",
          "last-of-several-taken",
          "fields-in-quotes-accepted",
          "fields-with-commas-accepted",
          "fields-in-quotes-with-commas-accepted",
          "fields-with-colons-accepted",
          "fields-swapped-accepted",
          "auth-scheme-in-lower-case-accepted",
          "auth-scheme-with-colon-accepted",
          "header-with-underscores-accepted",
          "parameter-in-other-case-accepted",
          "key-and-signature-with-other-sign-accepted",
          "key-id-trimmed");

  /** Found within seconds of a boundary only, by somebody who can set the clock. */
  private static final Set<String> CLOCK =
      Set.of(
          "age-in-whole-minutes",
          "window-exclusive",
          "window-a-second-longer",
          "expiry-not-checked-again");

  /** A server is not written to. */
  private static final Set<String> METHODS =
      Set.of(
          // Browsers ask by it, unsigned, what they may send.
          "unsigned-options-accepted",
          "unsigned-post-accepted",
          "unsigned-put-accepted",
          "unsigned-patch-accepted",
          "unsigned-delete-accepted",
          "unsigned-call-of-clients-accepted",
          "unsigned-call-of-export-accepted",
          "unsigned-call-of-new-company-accepted",
          "unsigned-call-of-new-issue-accepted");

  /** What else is not found, by scheme. */
  private static final Map<String, Set<String>> OTHERS =
      Map.of(
          "hoshinplan",
          // These are no deviations of who decodes.
          Set.of("path-compared-decoded", "query-compared-decoded"),
          "rmtrack",
          // The page does not say how much is checked of a date.
          Set.of("malformed-timestamp-accepted", "timestamp-in-any-form"),
          "ticketevolution",
          Set.of(
              // A server is not written to, has one name, and perhaps no path with escapes.
              "body-not-verified",
              "body-compared-trimmed",
              "body-compared-without-white-space",
              "body-compared-up-to-4-kb",
              "body-compared-up-to-64-kb",
              "body-read-up-to-4-kb",
              "body-read-up-to-64-kb",
              "host-not-verified",
              "path-compared-decoded",
              "method-in-any-case"),
          "ticketmatic-basic",
          Set.of(
              // Its password is the run's secret, and is not shown in a URL or in another header.
              "signature-in-query-accepted",
              "header-for-proxies-accepted",
              "header-misspelt-accepted",
              "header-with-x-accepted"));

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void certify_findsAtAServerAllButTheseVerifiers(String id) {
    SchemeUnderTest subject = Runs.subjects(Runs.FEATURES, List.of(id)).get(0);
    VerifierCatalogue catalogue = VerifierCatalogue.of(subject.scheme(), Profile.DOCUMENTED);
    Set<String> conformant = new TreeSet<>();
    for (Deviation deviation : catalogue.deviations()) {
      DeviatingVerifier verifier = DeviatingVerifier.of(catalogue, deviation);
      if (isConformant(
          subject, (party, request, now) -> verifier.verify(party.credentials(), request, now))) {
        conformant.add(deviation.id());
      }
    }
    conformant.removeAll(SYNTAX);
    conformant.removeAll(CLOCK);
    conformant.removeAll(METHODS);
    assertThat(conformant).isSubsetOf(OTHERS.getOrDefault(id, Set.of()));
  }

  /** What it signs by its reading of the page is what every request to it has to be signed by. */
  @ParameterizedTest
  @CsvSource({
    "ticketevolution, query-not-sorted",
    "ticketevolution, accept-signed-too",
    "rmtrack, accept-signed-too",
    "hoshinplan, accept-signed-too",
    "ticketmatic, accept-signed-too",
    "rmtrack, query-behind-path"
  })
  void certify_findsAServerThatReadsThePageInAnotherWay(String id, String deviation) {
    SchemeUnderTest subject = Runs.subjects(Runs.FEATURES, List.of(id)).get(0);
    assertThat(isConformant(subject, reading(subject, deviation))).isFalse();
  }

  @Test
  void certify_findsTheReferenceConformant() {
    for (SchemeUnderTest subject : Runs.subjects(Runs.FEATURES, Runs.ALL)) {
      assertThat(isConformant(subject, Judge.reference())).isTrue();
    }
  }

  /** Lets in who signs as that deviation does, and nobody else. */
  private static Judge reading(SchemeUnderTest subject, String id) {
    Scheme scheme = subject.scheme();
    SignerCatalogue catalogue = SignerCatalogue.of(scheme, Profile.DOCUMENTED);
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    DeviatingSigner signer =
        DeviatingSigner.of(
            catalogue,
            scheme,
            Profile.DOCUMENTED,
            subject.credentials(),
            List.of(catalogue.deviation(id)));
    return (party, request, now) -> {
      Verdict due = Judge.reference().judge(party, request, now);
      if (due instanceof Verdict.Rejected rejected
          && rejected.reason() != Reason.SIGNATURE_MISMATCH) {
        return due;
      }
      SentFields sent = SentFields.read(rules, request);
      Instant time =
          sent.value(SigningRules.TIMESTAMP)
              .flatMap(text -> rules.timestamp().orElseThrow().format().parse(text))
              .orElse(now);
      HttpRequest unsigned = Placements.removeAll(rules.sent(), request);
      String signature = signer.sign(unsigned, time).signature();
      return sent.value(SigningRules.SIGNATURE).filter(signature::equals).isPresent()
          ? new Verdict.Accepted(Octets.EMPTY)
          : new Verdict.Rejected(Reason.SIGNATURE_MISMATCH, "signed in another way");
    };
  }

  private static boolean isConformant(SchemeUnderTest subject, Judge judge) {
    Registration party =
        new Registration(subject.scheme(), Profile.DOCUMENTED, subject.credentials());
    Clock clock = Clock.systemUTC();
    try (MockVendor vendor =
            MockVendor.start(MockVendor.Settings.of(List.of(party), clock).withJudge(judge));
        EndpointTarget target =
            EndpointTarget.of(EndpointOptions.of(vendor.url(), "countersign"), clock)) {
      RunContext run =
          RunContext.of(target, Profile.DOCUMENTED, clock, Runs.SEED)
              .with(Explaining.unwanted(), new Catalogues());
      return Preflight.of(run, subject) instanceof Preflight.Finding.Ready ready
          && new Suite(run, List.of(ready.subject()), Selection.ALL, RunListener.NONE, FEATURES, 2)
                  .run()
                  .verdict()
              == RunVerdict.CONFORMANT;
    }
  }
}
