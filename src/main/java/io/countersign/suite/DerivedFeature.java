package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.OPEN_RESOURCES;
import static io.countersign.suite.DerivedRequirement.Plain.VALID_REQUEST;

import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The scenarios that follow from a scheme's model alone, as Gherkin: each part that the signature
 * covers is tampered with, each part that it leaves open is recorded, each rule of freshness is
 * tried at its boundary, each field is left out, malformed and made wrong. A scheme gets them
 * without writing them.
 */
public final class DerivedFeature {
  /** How many freshly made requests each run tries, in each role. */
  private static final int FRESH_REQUESTS = 12;

  private DerivedFeature() {}

  /** The text of the derived feature of a scheme under a profile. */
  public static String of(SchemeUnderTest subject, Profile profile) {
    Scheme scheme = subject.scheme();
    SigningRules rules = scheme.rules(profile);
    Gherkin out =
        new Gherkin(
            scheme.id(),
            scheme.title() + ": what follows from its description",
            "Derived from scheme.yaml by the suite.");
    validRequests(out, scheme);
    secrets(out, rules.proof());
    out.scenario(
        VALID_REQUEST,
        "signer",
        "A request with an Accept header is signed so that it is accepted",
        "Given a call of the first resource",
        "And its header \"Accept\" is \"application/json\"",
        "When it is signed",
        "Then the reference verifier accepts it",
        "And the request is otherwise unchanged");
    out.scenario(
        VALID_REQUEST,
        "verifier",
        "A signed request with an Accept header is accepted",
        "Given a call of the first resource",
        "And its header \"Accept\" is \"application/json\"",
        "And a signed request",
        "Then it is accepted");
    new DerivedRequests(out, subject, rules).write();
    DerivedCoverage.write(out, subject, rules);
    DerivedLeniency.write(out, subject, rules);
    DerivedFreshness.write(out, rules);
    DerivedSignature.write(out, rules, sendsKeyId(scheme, rules));
    DerivedCredentials.write(out, subject, DerivedDigest.alwaysSent(rules));
    DerivedDigest.write(out, subject, rules);
    DerivedDeviations.write(out, subject, profile);
    return out.toString();
  }

  private static boolean sendsKeyId(Scheme scheme, SigningRules rules) {
    return scheme.credentialFields().stream()
        .filter(field -> field.role() == CredentialRole.KEY_ID)
        .anyMatch(
            field ->
                rules.sent().stream()
                    .anyMatch(placement -> placement.value().fields().contains(field.name())));
  }

  private static void validRequests(Gherkin out, Scheme scheme) {
    for (Resource resource : scheme.service().resources()) {
      String call = "Given a call of the resource " + Gherkin.quoted(resource.name());
      if (resource.open()) {
        out.scenario(
            OPEN_RESOURCES,
            "endpoint",
            "The call of " + resource.name() + " needs no signature",
            call,
            "And an unsigned request",
            "Then it is accepted");
        continue;
      }
      out.scenario(
          VALID_REQUEST,
          "verifier",
          "A signed call of " + resource.name() + " is accepted",
          call,
          "And a signed request",
          "Then it is accepted");
      out.scenario(
          VALID_REQUEST,
          "signer",
          "A call of " + resource.name() + " is signed so that it is accepted",
          call,
          "When it is signed",
          "Then the reference verifier accepts it",
          "And the request is otherwise unchanged");
    }
    for (int number = 1; number <= FRESH_REQUESTS; number++) {
      fresh(out, number);
    }
  }

  /**
   * A secret is taken as it was issued, whatever it looks like, a prefix too, and however long it
   * is: longer than a block of any hash (RFC 2104, section 2).
   */
  private static void secrets(Gherkin out, Proof proof) {
    KeyEncoding encoding = proof instanceof Proof.Mac mac ? mac.keyEncoding() : KeyEncoding.UTF_8;
    String given = "Given the credential " + Gherkin.quoted(proof.secretField()) + " is ";
    String signs = "sk_5f2a/b1+c0 9e%7D=";
    for (String text : List.of("5f2ab1c09e7d4468", "c2VjcmV0c2VjcmV0", signs, signs.repeat(9))) {
      String secret = encoding.encode(text.getBytes(StandardCharsets.UTF_8));
      out.scenario(
          VALID_REQUEST,
          "signer",
          "A request is signed so that it is accepted with the secret " + shown(secret),
          given + Gherkin.quoted(secret),
          "When it is signed",
          "Then the reference verifier accepts it");
    }
  }

  private static String shown(String secret) {
    int longest = 24;
    return secret.length() > longest
        ? secret.substring(0, longest) + "… of " + secret.length() + " characters"
        : secret;
  }

  /** These alone differ from seed to seed, and have a tag of their own for that. */
  private static void fresh(Gherkin out, int number) {
    out.scenario(
        VALID_REQUEST,
        List.of("signer", "fresh"),
        "Fresh request " + number + " is signed so that it is accepted",
        "Given fresh request " + number,
        "When it is signed",
        "Then the reference verifier accepts it",
        "And the request is otherwise unchanged");
    out.scenario(
        VALID_REQUEST,
        List.of("verifier", "fresh"),
        "Fresh request " + number + ", signed, is accepted",
        "Given fresh request " + number,
        "And a signed request",
        "Then it is accepted");
  }
}
