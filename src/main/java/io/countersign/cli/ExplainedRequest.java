package io.countersign.cli;

import io.countersign.explain.Deviation;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Explainer;
import io.countersign.explain.SentClock;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.DailyMac;
import io.countersign.signing.KeyedMac;
import io.countersign.suite.BrokenRequirement;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request, what there is to say of it, and what that rests on.
 *
 * @param scheme by which it was judged
 * @param requirements of the scheme
 * @param profile of the scheme
 * @param credentials of the party that claims to have signed it
 * @param request as it arrived
 * @param time the verifier's clock
 * @param diagnosis what was found
 */
record ExplainedRequest(
    Scheme scheme,
    Requirements requirements,
    Profile profile,
    Credentials credentials,
    HttpRequest request,
    Instant time,
    Diagnosis diagnosis) {

  static ExplainedRequest of(
      Scheme scheme,
      Requirements requirements,
      Profile profile,
      Credentials credentials,
      HttpRequest request,
      Instant time,
      Duration budget) {
    Diagnosis diagnosis =
        Explainer.of(scheme, profile, credentials).withBudget(budget).explain(request, time);
    return new ExplainedRequest(
        scheme, requirements, profile, credentials, request, time, diagnosis);
  }

  boolean isAccepted() {
    return diagnosis instanceof Diagnosis.Accepted;
  }

  /** Whether it was judged with the scheme's published examples, which are no secrets. */
  boolean isWithExamples() {
    return credentials.equals(Credentials.examples(scheme));
  }

  /** The other profile, if the request is right by that. */
  Optional<Profile> otherwiseAccepted() {
    Profile other = profile.other();
    return Optional.of(other)
        .filter(one -> Verifier.of(scheme, one, credentials).verify(request, time).isAccepted());
  }

  /** Of what is right by the other profile, an erratum says why it is not by this one. */
  Optional<Requirement> requirement(Deviation deviation) {
    return otherwiseAccepted()
        .flatMap(other -> BrokenRequirement.erratumOf(requirements, deviation))
        .or(() -> broken(deviation));
  }

  /** The erratum about the document's own example, where its signature was sent. */
  Optional<Requirement> printedErratum() {
    return SentFields.read(scheme.rules(profile), request)
        .value(SigningRules.SIGNATURE)
        .flatMap(requirements::erratumPrinting);
  }

  /**
   * What seems to be wrong with the clock, where a request is accepted since nothing says how far
   * ahead a time may be.
   */
  Optional<Deviation> clockAhead() {
    SigningRules rules = scheme.rules(profile);
    return Optional.of(rules)
        .filter(one -> isAccepted())
        .filter(one -> one.timestamp().filter(rule -> rule.maxAhead().isEmpty()).isPresent())
        .flatMap(one -> SentClock.ahead(one, request, time));
  }

  private Optional<Requirement> broken(Deviation deviation) {
    return BrokenRequirement.of(scheme, requirements, deviation);
  }

  /** The signature that was due; of a password there is none that could be shown. */
  Optional<String> expectedSignature() {
    if (diagnosis instanceof Diagnosis.Rejected rejected
        && scheme.rules(profile).proof() instanceof Proof.Mac mac) {
      KeyedMac keyed = DailyMac.of(mac, credentials).at(rejected.expectedDay());
      return rejected.expected().map(keyed::compute).map(mac.encoding()::encode);
    }
    return Optional.empty();
  }

  /** The name of the field that holds the secret. */
  String secretField() {
    return scheme.rules(profile).proof().secretField();
  }

  /** The text without secrets. */
  String safe(String text) {
    return redactor().redact(text);
  }

  /** The string to sign without secrets, which do not belong in it but may have got there. */
  Octets safe(Octets stringToSign) {
    if (isWithExamples()) {
      return stringToSign;
    }
    if (stringToSign.isText()) {
      return Octets.of(safe(stringToSign.text()));
    }
    String bytes = new String(stringToSign.toBytes(), StandardCharsets.ISO_8859_1);
    return Octets.of(safe(bytes).getBytes(StandardCharsets.ISO_8859_1));
  }

  private Redactor redactor() {
    return Redactor.sparingExamples(Map.of(scheme, credentials));
  }
}
