package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.verify.Verdict;
import java.time.Instant;

/**
 * A verifier that gets a scheme wrong in one way. It may remember what it accepted; so one object
 * stands for one run of one implementation.
 */
public final class DeviatingVerifier {
  private final LooseVerifier verifier;

  private DeviatingVerifier(LooseVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * @param deviation of the scheme's {@link VerifierCatalogue}
   */
  public static DeviatingVerifier of(Scheme scheme, Profile profile, Deviation deviation) {
    return of(VerifierCatalogue.of(scheme, profile), deviation);
  }

  /** The same with a catalogue that is there already. */
  public static DeviatingVerifier of(VerifierCatalogue catalogue, Deviation deviation) {
    return new DeviatingVerifier(catalogue.verifier(deviation));
  }

  /**
   * @param credentials of the party that it knows
   * @param request as it arrived
   * @param now its clock
   */
  public Verdict verify(Credentials credentials, HttpRequest request, Instant now) {
    return verifier.verify(credentials, request, now);
  }
}
