package io.countersign.explain;

import io.countersign.document.InputException;
import io.countersign.document.Suggestion;
import io.countersign.message.Octets;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Every way in which a verifier gets one profile of a scheme wrong: a check that is left out or
 * done loosely or too strictly, and the verifier's own computation wrong in a signer's ways.
 */
public final class VerifierCatalogue {
  private static final List<Reason> OF_SIGNATURES =
      List.of(Reason.SIGNATURE_MISMATCH, Reason.MALFORMED_SIGNATURE, Reason.MALFORMED_CREDENTIAL);

  private final RightVerifier right;
  private final SignerCatalogue signers;
  private final Map<String, Variation<Supplier<LooseVerifier>>> checks = new LinkedHashMap<>();

  private VerifierCatalogue(RightVerifier right, SignerCatalogue signers) {
    this.right = right;
    this.signers = signers;
    CheckShelf shelf = new CheckShelf();
    ComparisonLapses.addTo(shelf, right);
    CredentialLapses.addTo(shelf, right);
    UnsignedLapses.addTo(shelf, right);
    FreshnessLapses.addTo(shelf, right, signers);
    DayLapses.addTo(shelf, right);
    DigestLapses.addTo(shelf, right);
    CarrierLapses.addTo(shelf, right, signers);
    CoverageLapses.addTo(shelf, right);
    shelf.toList().forEach(one -> checks.put(one.about().id(), one));
  }

  public static VerifierCatalogue of(Scheme scheme, Profile profile) {
    return new VerifierCatalogue(
        new RightVerifier(scheme, profile), SignerCatalogue.of(scheme, profile));
  }

  /** Checks left out or done wrongly, the most common first. */
  public List<Deviation> deviations() {
    return checks.values().stream()
        .map(Variation::about)
        .sorted(Deviation.COMMONEST_FIRST)
        .toList();
  }

  /** Why the scheme cannot tell this deviation from a verifier that is right, if it cannot. */
  public Optional<String> equivalence(Deviation deviation) {
    return checks.containsKey(deviation.id())
        ? Optional.ofNullable(Equivalents.ofVerifiers(right.rules()).get(deviation.id()))
        : signers.equivalence(deviation);
  }

  /** The signer's deviations that a verifier can share, expecting what such a signer sends. */
  public List<Deviation> shared() {
    return signers.deviations().stream()
        .filter(
            one ->
                switch (one.affects()) {
                  case STRING_TO_SIGN, KEY, DERIVATION, MAC, ENCODING, PROFILE -> true;
                  case PLACEMENT, TIMESTAMP, TRANSPORT, CHECK -> false;
                })
        .toList();
  }

  /**
   * @throws InputException if no deviation of that id applies to the scheme's verifiers
   */
  public Deviation deviation(String id) {
    List<Deviation> all = new ArrayList<>(deviations());
    all.addAll(shared());
    return all.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                InputException.of(
                    "no deviation '" + id + "' of a verifier applies to the scheme",
                    Suggestion.of(id, all.stream().map(Deviation::id).toArray(String[]::new))));
  }

  /** A verifier of its own, with nothing remembered. */
  LooseVerifier verifier(Deviation deviation) {
    Variation<Supplier<LooseVerifier>> check = checks.get(deviation.id());
    if (check != null) {
      return check.first().get();
    }
    if (deviation.affects() == Affects.PROFILE) {
      return right.by(rules -> signers.procedure(List.of(deviation)).rules());
    }
    Procedure procedure = signers.procedure(List.of(deviation));
    return (credentials, request, now) -> {
      Verdict due = right.due(credentials, request, now);
      boolean reached =
          due instanceof Verdict.Rejected rejected
              ? OF_SIGNATURES.contains(rejected.reason())
              : due.isAccepted();
      if (!reached) {
        return due;
      }
      return right.fits(procedure, credentials, request, now)
          ? new Verdict.Accepted(Octets.EMPTY)
          : RightVerifier.refused();
    };
  }
}
