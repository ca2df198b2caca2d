package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.CARRIER_SYNTAX;
import static io.countersign.suite.DerivedRequirement.Plain.CREDENTIAL_FORM;
import static io.countersign.suite.DerivedRequirement.Plain.CREDENTIAL_REQUIRED;
import static io.countersign.suite.DerivedRequirement.Plain.SIGNATURE_FORM;
import static io.countersign.suite.DerivedRequirement.Plain.SIGNATURE_VALUE;
import static io.countersign.suite.DerivedRequirement.Plain.UNKNOWN_KEY;
import static io.countersign.suite.SignatureRewriting.CUT_BY_ONE;
import static io.countersign.suite.SignatureRewriting.HEX;
import static io.countersign.suite.SignatureRewriting.NO_COLON;
import static io.countersign.suite.SignatureRewriting.NO_PASSWORD;
import static io.countersign.suite.SignatureRewriting.QUOTED;

import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.CredentialSpelling;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Service;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;

/** The credential left out, malformed or unknown; and everything that is read once, sent twice. */
final class DerivedCredentials {

  /**
   * At servers, which may not have any call, those that change nothing are tried, and the
   * resources'.
   */
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final List<String> HARMLESS = List.of("HEAD", "OPTIONS");

  private final Gherkin out;
  private final SchemeUnderTest subject;
  private final SigningRules rules;
  private final CarrierScenarios carriers;

  private DerivedCredentials(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    this.out = out;
    this.subject = subject;
    this.rules = rules;
    this.carriers = new CarrierScenarios(out, List.of());
  }

  static void write(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    DerivedCredentials credentials = new DerivedCredentials(out, subject, rules);
    credentials.unsigned();
    credentials.sent(CredentialRole.KEY_ID).forEach(credentials::keyId);
    credentials.sent(CredentialRole.IDENTIFIER).forEach(credentials::identifier);
    if (rules.proof() instanceof Proof.Password password) {
      credentials.password(password);
    }
    rules.sent().forEach(credentials::carrier);
  }

  /** The credentials of a role that travel in a field of their own. */
  private List<String> sent(CredentialRole role) {
    List<String> sent = new ArrayList<>();
    rules.sent().forEach(placement -> sent.addAll(placement.value().fields()));
    return subject.scheme().credentialFields().stream()
        .filter(field -> field.role() == role)
        .map(CredentialField::name)
        .filter(sent::contains)
        .toList();
  }

  private void unsigned() {
    unsigned("A request", List.of());
    METHODS.forEach(this::unsigned);
    subject.scheme().service().resources().stream().skip(1).forEach(this::unsigned);
  }

  /** Who signs in for reading alone, or for writing alone, has left a door open. */
  private void unsigned(String method) {
    unsigned(
        "A " + method + " request",
        List.of("Given a " + method + " request for " + Gherkin.quoted(url(method))));
  }

  /** What a server is sure to have, where it can be called by that method without harm. */
  private String url(String method) {
    Service service = subject.scheme().service();
    return HARMLESS.contains(method)
        ? Destination.call(subject.scheme(), service.first(), subject.credentials())
            .url()
            .toString()
        : service.base() + "/any/call";
  }

  private void unsigned(Resource resource) {
    if (!resource.open()) {
      unsigned(
          "A call of " + resource.name(),
          List.of("Given a call of the resource " + Gherkin.quoted(resource.name())));
    }
  }

  private void unsigned(String name, List<String> given) {
    out.changed(
        CREDENTIAL_REQUIRED,
        name + " without any signing is refused",
        given,
        Sentences.SIGNING_REMOVED,
        "rejected");
  }

  private void keyId(String field) {
    required(field);
    refused(
        UNKNOWN_KEY,
        "An unknown " + field + " is refused",
        "it is signed with the credential " + Gherkin.quoted(field) + " as \"nobody\"",
        "unknown-key");
    refused(
        UNKNOWN_KEY,
        "The " + field + " of somebody else, put into a signed request, is refused",
        "its field " + Gherkin.quoted(field) + " is changed to \"nobody\"",
        "unknown-key");
    spelled(field);
  }

  /** Whose key it is does not say that what is named beside it is theirs, signed or not. */
  private void identifier(String field) {
    required(field);
    refused(
        UNKNOWN_KEY,
        "Another " + field + " than the one that is known is refused",
        "it is signed with the credential " + Gherkin.quoted(field) + " as \"nobody\"",
        "unknown-key");
  }

  private void required(String field) {
    String quoted = Gherkin.quoted(field);
    refused(
        CREDENTIAL_REQUIRED,
        "A request whose " + field + " is left out is refused",
        "its field " + quoted + " is removed",
        LeftOut.reason(rules, field, "missing-credential"));
    refused(
        CREDENTIAL_REQUIRED,
        "A request whose " + field + " is empty is refused",
        "its field " + quoted + " is changed to \"\"",
        "missing-credential");
  }

  /** What resembles the key id is another; of quotes no page speaks. */
  private void spelled(String field) {
    for (CredentialSpelling spelling : CredentialSpelling.OF_KEY_IDS) {
      refused(
          spelling == CredentialSpelling.QUOTED ? CARRIER_SYNTAX : UNKNOWN_KEY,
          "The " + field + " " + spelling.words() + " is refused",
          "it is signed with the credential " + Gherkin.quoted(field) + " " + spelling.words(),
          "unknown-key");
    }
  }

  private void password(Proof.Password password) {
    spelled(password.userField());
    refused(
        UNKNOWN_KEY,
        "An unknown user is refused",
        "it is signed with the credential "
            + Gherkin.quoted(password.userField())
            + " as \"nobody\"",
        "unknown-key");
    refused(
        SIGNATURE_VALUE,
        "Another password is refused",
        "it is signed with the credential "
            + Gherkin.quoted(password.secretField())
            + " as \"another password\"",
        "signature-mismatch");
    for (CredentialSpelling spelling : CredentialSpelling.OF_PASSWORDS) {
      refused(
          SIGNATURE_VALUE,
          "The password " + spelling.words() + " is refused",
          "it is signed with the credential "
              + Gherkin.quoted(password.secretField())
              + " "
              + spelling.words(),
          "signature-mismatch");
    }
    refused(
        SIGNATURE_VALUE,
        "A user and password that are " + NO_PASSWORD.words() + " are refused",
        "its signature is " + NO_PASSWORD.words(),
        "signature-mismatch");
    for (SignatureRewriting rewriting : List.of(CUT_BY_ONE, HEX, QUOTED, NO_COLON)) {
      refused(
          CREDENTIAL_FORM,
          "A user and password that are " + rewriting.words() + " are refused",
          "its signature is " + rewriting.words(),
          rewriting == HEX ? "" : "malformed-credential");
    }
  }

  private void carrier(Placement placement) {
    if (placement instanceof Placement.InHeader header) {
      String name = Gherkin.quoted(header.name());
      carriers.sentTwice("header", header.name(), "ambiguous-request");
      carriers.readInAnotherCase(header.name());
      if (isDescribedAlone()) {
        for (String other : rules.alternatives(header)) {
          carriers.readByName(header.name(), other);
        }
      }
      if (header.value().toString().indexOf(' ') > 0) {
        authScheme(header, name);
      }
    } else if (placement instanceof Placement.InQuery query) {
      // What stands before the last signature counts as signed.
      String reason = query.last() ? "" : "ambiguous-request";
      carriers.sentTwice("parameter", query.name(), reason);
      if (query.last() && isDescribedAlone()) {
        refused(
            SIGNATURE_FORM,
            "A parameter behind " + query.name() + " is noticed",
            "\"&x=1\" is added behind the URL",
            "");
      }
    }
  }

  /** The features of a scheme that has requirements say the same by their own ids. */
  private boolean isDescribedAlone() {
    return subject.isTriedWithTheUnusual();
  }

  private void authScheme(Placement.InHeader header, String name) {
    String word = header.value().toString().substring(0, header.value().toString().indexOf(' '));
    refused(
        CREDENTIAL_FORM,
        "Another word than " + word + " in " + header.name() + " is refused",
        "the header " + name + " is changed to \"Bearer abcdef\"",
        "malformed-credential");
    refused(
        CREDENTIAL_FORM,
        "The word " + word + " alone in " + header.name() + " is refused",
        "the header " + name + " is changed to " + Gherkin.quoted(word),
        "malformed-credential");
  }

  private void refused(DerivedRequirement requirement, String name, String change, String reason) {
    out.changed(requirement, name, List.of(), change, Gherkin.rejectedAs(reason));
  }
}
