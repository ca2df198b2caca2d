package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.SIGNATURE_FORM;
import static io.countersign.suite.DerivedRequirement.Plain.SIGNATURE_VALUE;
import static io.countersign.suite.SignatureRewriting.BASE64;
import static io.countersign.suite.SignatureRewriting.BASE64_URL;
import static io.countersign.suite.SignatureRewriting.CHANGED;
import static io.countersign.suite.SignatureRewriting.CHANGED_AT_THE_END;
import static io.countersign.suite.SignatureRewriting.CUT_BY_ONE;
import static io.countersign.suite.SignatureRewriting.CUT_TO_HALF;
import static io.countersign.suite.SignatureRewriting.DOUBLED;
import static io.countersign.suite.SignatureRewriting.EMPTIED;
import static io.countersign.suite.SignatureRewriting.ESCAPED;
import static io.countersign.suite.SignatureRewriting.HEX;
import static io.countersign.suite.SignatureRewriting.LOWER_CASE;
import static io.countersign.suite.SignatureRewriting.OF_ANOTHER_REQUEST;
import static io.countersign.suite.SignatureRewriting.PADDED_BASE64_URL;
import static io.countersign.suite.SignatureRewriting.PLAIN_SHA256;
import static io.countersign.suite.SignatureRewriting.QUOTED;
import static io.countersign.suite.SignatureRewriting.REMOVED;
import static io.countersign.suite.SignatureRewriting.SWAPPED;
import static io.countersign.suite.SignatureRewriting.UNPADDED;
import static io.countersign.suite.SignatureRewriting.UPPER_CASE;
import static io.countersign.suite.SignatureRewriting.WITH_ANOTHER_SECRET;
import static io.countersign.suite.SignatureRewriting.WITH_SHA1;
import static io.countersign.suite.SignatureRewriting.WITH_SHA256;
import static io.countersign.suite.SignatureRewriting.WITH_SHA512;
import static io.countersign.suite.SignatureRewriting.WITH_THE_KEY_ID;

import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The signature left out, malformed, or made wrong. */
final class DerivedSignature {
  private static final Set<Encoding> HEXADECIMAL = EnumSet.of(Encoding.HEX, Encoding.HEX_UPPER);

  private static final String CONTROL = "Given " + Sentences.ACCEPTED_BEFORE;

  private final Gherkin out;
  private final SigningRules rules;
  private final Proof.Mac mac;
  private final boolean sendsKeyId;

  private DerivedSignature(Gherkin out, SigningRules rules, Proof.Mac mac, boolean sendsKeyId) {
    this.out = out;
    this.rules = rules;
    this.mac = mac;
    this.sendsKeyId = sendsKeyId;
  }

  /**
   * @param sendsKeyId whether a request says whose key signed it
   */
  static void write(Gherkin out, SigningRules rules, boolean sendsKeyId) {
    if (rules.proof() instanceof Proof.Mac mac) {
      new DerivedSignature(out, rules, mac, sendsKeyId).write();
    }
  }

  private void write() {
    refused(SIGNATURE_FORM, EMPTIED, "missing-signature");
    refused(
        SIGNATURE_FORM,
        REMOVED,
        LeftOut.reason(rules, SigningRules.SIGNATURE, "missing-signature"));
    malformed().forEach(one -> refused(SIGNATURE_FORM, one, "malformed-signature"));
    if (mac.encoding() == Encoding.BASE64) {
      refused(
          SIGNATURE_FORM,
          PADDED_BASE64_URL,
          "malformed-signature",
          CONTROL,
          "And its signature has a plus sign or a slash");
    }
    wrong().forEach(one -> refused(SIGNATURE_VALUE, one, "signature-mismatch"));
    if (!HEXADECIMAL.contains(mac.encoding())) {
      // What comes out may or may not be base64 that an encoder could have written.
      refused(SIGNATURE_VALUE, LOWER_CASE, "");
    }
    // A sibling algorithm of another length shows in the form already.
    siblings().forEach(one -> refused(SIGNATURE_VALUE, one, "malformed-signature"));
  }

  private List<SignatureRewriting> malformed() {
    List<SignatureRewriting> malformed =
        new ArrayList<>(List.of(CUT_BY_ONE, CUT_TO_HALF, DOUBLED, QUOTED, ESCAPED));
    if (HEXADECIMAL.contains(mac.encoding())) {
      malformed.add(mac.encoding() == Encoding.HEX ? UPPER_CASE : LOWER_CASE);
      malformed.add(BASE64);
    } else {
      malformed.add(HEX);
      malformed.add(mac.encoding() == Encoding.BASE64 ? BASE64_URL : BASE64);
      if (mac.encoding() == Encoding.BASE64) {
        malformed.add(UNPADDED);
      }
    }
    return malformed;
  }

  private List<SignatureRewriting> wrong() {
    List<SignatureRewriting> wrong =
        new ArrayList<>(
            List.of(CHANGED, CHANGED_AT_THE_END, OF_ANOTHER_REQUEST, WITH_ANOTHER_SECRET, SWAPPED));
    if (sendsKeyId) {
      wrong.add(WITH_THE_KEY_ID);
    }
    if (mac.algorithm().length() == Algorithm.HMAC_SHA256.length()) {
      wrong.add(PLAIN_SHA256);
    }
    return wrong;
  }

  private List<SignatureRewriting> siblings() {
    List<SignatureRewriting> siblings = new ArrayList<>();
    addUnless(Algorithm.HMAC_SHA1, WITH_SHA1, siblings);
    addUnless(Algorithm.HMAC_SHA256, WITH_SHA256, siblings);
    addUnless(Algorithm.HMAC_SHA512, WITH_SHA512, siblings);
    return siblings;
  }

  private void addUnless(
      Algorithm own, SignatureRewriting sibling, List<SignatureRewriting> siblings) {
    if (mac.algorithm() != own) {
      siblings.add(sibling);
    }
  }

  private void refused(
      DerivedRequirement requirement, SignatureRewriting rewriting, String reason) {
    refused(requirement, rewriting, reason, CONTROL);
  }

  private void refused(
      DerivedRequirement requirement,
      SignatureRewriting rewriting,
      String reason,
      String... given) {
    List<String> steps = new ArrayList<>(List.of(given));
    steps.add("When its signature is " + rewriting.words());
    steps.add(reason.isEmpty() ? "Then it is rejected" : "Then it is rejected as " + reason);
    out.scenario(
        requirement,
        "verifier",
        "A signature that is " + rewriting.words() + " is refused",
        steps.toArray(String[]::new));
  }
}
