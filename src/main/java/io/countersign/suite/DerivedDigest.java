package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.BODY_DIGEST;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import java.util.List;

/** The hash of the body that is sent is that of the body, and is signed. */
final class DerivedDigest {
  private static final String OTHER = "{\"another\":\"body\"}";

  private final Gherkin out;
  private final SampleCalls calls;
  private final SentDigest digest;
  private final String given;

  private DerivedDigest(Gherkin out, SchemeUnderTest subject, SigningRules rules, SentDigest sent) {
    this.out = out;
    this.digest = sent;
    this.calls = new SampleCalls(subject, rules);
    this.given = calls.withBody().given();
  }

  static void write(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    rules
        .digest()
        .ifPresent(
            digest -> {
              DerivedDigest derived = new DerivedDigest(out, subject, rules, digest);
              derived.changed(subject);
              if (isAlwaysSent(rules)) {
                derived.ofNothing(subject);
              } else {
                carriers(rules).forEach(derived::carrier);
              }
            });
  }

  /** The rules without what is not there in each request. */
  static SigningRules alwaysSent(SigningRules rules) {
    if (isAlwaysSent(rules)) {
      return rules;
    }
    List<Placement> omitted = carriers(rules);
    return rules.withSent(
        rules.sent().stream().filter(placement -> !omitted.contains(placement)).toList());
  }

  private static boolean isAlwaysSent(SigningRules rules) {
    return rules
        .digest()
        .filter(digest -> digest.withoutBody() == SentDigest.WithoutBody.OMITTED)
        .isEmpty();
  }

  private static List<Placement> carriers(SigningRules rules) {
    return rules.sent().stream()
        .filter(placement -> placement.value().fields().contains(SigningRules.DIGEST))
        .toList();
  }

  private void changed(SchemeUnderTest subject) {
    refused(
        "Another body with its own digest is refused under the signature of before",
        "its body is changed to " + Gherkin.quoted(OTHER) + " and its digest with it",
        "signature-mismatch");
    refused(
        "The digest of another body is refused",
        "its field \"digest\" is changed to " + Gherkin.quoted(ofOther(subject)),
        "");
    refused("A request whose digest is left out is refused", "its field \"digest\" is removed", "");
    refused(
        "A request whose digest is empty is refused",
        "its field \"digest\" is changed to \"\"",
        "");
  }

  private String ofOther(SchemeUnderTest subject) {
    RequestUrl url = RequestUrl.parse(subject.scheme().service().base() + "/");
    HttpRequest request = new HttpRequest("POST", url, Headers.NONE, Octets.of(OTHER));
    return digest.of(request, subject.credentials()).text();
  }

  /** Who looks at it where there is a body has left out the other calls. */
  private void ofNothing(SchemeUnderTest subject) {
    ofNothing("left out", "removed");
    ofNothing("empty", "changed to \"\"");
    ofNothing("that of a body", "changed to " + Gherkin.quoted(ofOther(subject)));
  }

  private void ofNothing(String name, String change) {
    refused(
        calls.withoutBody().given(),
        "A request without a body is refused whose digest is " + name,
        "its field \"digest\" is " + change,
        "");
  }

  private void refused(String name, String change, String reason) {
    refused(given, name, change, reason);
  }

  private void refused(String call, String name, String change, String reason) {
    out.changed(BODY_DIGEST, name, List.of(call), change, Gherkin.rejectedAs(reason));
  }

  /** What is tried of every carrier, with a request that has this one. */
  private void carrier(Placement placement) {
    CarrierScenarios carriers = new CarrierScenarios(out, List.of(given));
    if (placement instanceof Placement.InHeader header) {
      carriers.sentTwice("header", header.name(), "ambiguous-request");
      carriers.readInAnotherCase(header.name());
    } else if (placement instanceof Placement.InQuery query) {
      carriers.sentTwice("parameter", query.name(), "ambiguous-request");
    }
  }
}
