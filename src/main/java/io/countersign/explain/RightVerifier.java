package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.StringToSign;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A scheme's right verifier, for others to deviate from. */
record RightVerifier(Scheme scheme, Profile profile) {
  SigningRules rules() {
    return scheme.rules(profile);
  }

  RightVerifier ofOtherProfile() {
    return new RightVerifier(scheme, profile.other());
  }

  Verdict due(Credentials credentials, HttpRequest request, Instant now) {
    return Verifier.of(scheme, profile, credentials).verify(request, now);
  }

  /** A verifier by other rules. */
  LooseVerifier by(UnaryOperator<SigningRules> change) {
    SigningRules changed = change.apply(rules());
    return (credentials, request, now) ->
        Verifier.of(scheme, changed, credentials).verify(request, now);
  }

  /** A verifier that looks again at what is rejected for one of some reasons. */
  LooseVerifier unless(List<Reason> reasons, LooseVerifier second) {
    return (credentials, request, now) -> {
      Verdict due = due(credentials, request, now);
      return due instanceof Verdict.Rejected rejected && reasons.contains(rejected.reason())
          ? second.verify(credentials, request, now)
          : due;
    };
  }

  /** The same, accepting what a look at the request says. */
  LooseVerifier accepting(List<Reason> reasons, Acceptance acceptance) {
    return (credentials, request, now) -> {
      Verdict due = due(credentials, request, now);
      return due instanceof Verdict.Rejected rejected
              && reasons.contains(rejected.reason())
              && acceptance.accepts(credentials, request, now)
          ? new Verdict.Accepted(Octets.EMPTY)
          : due;
    };
  }

  /** Whether a request shall be accepted after all. */
  @FunctionalInterface
  interface Acceptance {
    boolean accepts(Credentials credentials, HttpRequest request, Instant now);
  }

  /** Whether the signature is that of this procedure, whatever else is wrong. */
  boolean fits(Procedure procedure, Credentials credentials, HttpRequest request, Instant now) {
    String sent = SentFields.read(rules(), request).value(SigningRules.SIGNATURE).orElse("");
    return due(procedure, credentials, request, now).stream().anyMatch(Predicate.isEqual(sent));
  }

  /** The signatures that a procedure gives, one for each reading. */
  List<String> due(Procedure procedure, Credentials credentials, HttpRequest request, Instant now) {
    SentFields sent = SentFields.read(rules(), request);
    String timestamp = sent.value(SigningRules.TIMESTAMP).orElse("");
    String day = sent.value(SigningRules.DAY).orElseGet(() -> rules().day(timestamp, now));
    return due(procedure, credentials, request, new DerivationStep.Moment(timestamp, day));
  }

  /** The same at a time that is read from elsewhere. */
  List<String> due(
      Procedure procedure,
      Credentials credentials,
      HttpRequest request,
      DerivationStep.Moment moment) {
    SigningInput input =
        new SigningInput(
            SentPlacements.unsigned(rules(), request),
            credentials,
            moment.timestamp(),
            moment.day());
    byte[] dueKey = DeviatingSigner.dueKey(rules(), credentials);
    List<String> signatures = new ArrayList<>();
    procedure
        .key()
        .key(dueKey, credentials)
        .flatMap(secret -> procedure.derivation().key(secret, credentials, moment))
        .map(key -> procedure.mac().keyed(key, credentials))
        .ifPresent(
            mac -> {
              OctetBuffer buffer = new OctetBuffer();
              for (List<Part> reading : procedure.rules().readings()) {
                StringToSign.compose(reading, input, buffer);
                signatures.add(procedure.text().encode().apply(mac.compute(buffer)));
              }
            });
    return signatures;
  }

  static Verdict.Rejected refused() {
    return new Verdict.Rejected(Reason.SIGNATURE_MISMATCH, "refused");
  }
}
