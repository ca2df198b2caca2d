package io.countersign.explain;

import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Signatures that are not compared, or not to the letter. */
final class ComparisonLapses {
  private static final List<Reason> OF_SIGNATURES =
      List.of(Reason.SIGNATURE_MISMATCH, Reason.MALFORMED_SIGNATURE, Reason.MALFORMED_CREDENTIAL);

  private final RightVerifier right;
  private final CheckShelf shelf;
  private final Procedure due;

  private ComparisonLapses(RightVerifier right, CheckShelf shelf) {
    this.right = right;
    this.shelf = shelf;
    this.due = Procedure.of(right.rules());
  }

  static void addTo(CheckShelf shelf, RightVerifier right) {
    ComparisonLapses lapses = new ComparisonLapses(right, shelf);
    lapses.left();
    lapses.parts();
    lapses.profiles();
    if (right.rules().proof() instanceof Proof.Mac mac) {
      lapses.spellings(mac.encoding());
      lapses.algorithms(mac.algorithm());
    } else {
      lapses.passwords();
    }
  }

  private void left() {
    shelf.add(
        "signature-not-compared",
        1,
        "Any signature of the right form is accepted.",
        "Compute the signature and compare it.",
        right.accepting(List.of(Reason.SIGNATURE_MISMATCH), (credentials, request, now) -> true));
    shelf.add(
        "everything-accepted",
        2,
        "Every request is accepted.",
        "Verify.",
        (credentials, request, now) -> new Verdict.Accepted(Octets.EMPTY));
    shelf.add(
        "everything-rejected",
        3,
        "Every request is rejected.",
        "Accept what is signed rightly.",
        (credentials, request, now) -> RightVerifier.refused());
    if (right.rules().proof() instanceof Proof.Mac) {
      shelf.add(
          "signature-not-required",
          4,
          "A request without a signature is accepted.",
          "Refuse a request without a signature.",
          right.accepting(List.of(Reason.MISSING_SIGNATURE), (credentials, request, now) -> true));
      shelf.add(
          "empty-signature-accepted",
          5,
          "An empty signature is accepted.",
          "Refuse an empty signature.",
          right.accepting(
              List.of(Reason.MISSING_SIGNATURE),
              (credentials, request, now) -> !Presence.lacksSignature(right.rules(), request)));
    }
  }

  private void parts() {
    comparing(
        "signature-compared-in-part",
        6,
        "Only the first half of the signature is compared.",
        "Compare the whole signature.",
        (expected, sent) -> {
          int half = expected.length() / 2;
          return sent.length() >= half && sent.startsWith(expected.substring(0, half));
        });
    comparing(
        "signature-compared-as-far-as-sent",
        7,
        "The signature is compared only as far as it was sent.",
        "Compare the whole signature.",
        (expected, sent) -> !sent.isEmpty() && expected.startsWith(sent));
    comparing(
        "signature-with-anything-behind",
        11,
        "The right signature with more behind it is accepted.",
        "Refuse what stands behind the signature.",
        (expected, sent) -> sent.startsWith(expected));
    comparing(
        "signature-compared-ignoring-case",
        8,
        "The signature is compared without regard to letter case.",
        "Compare the signature to the letter.",
        String::equalsIgnoreCase);
  }

  private void passwords() {
    comparing(
        "empty-password-accepted",
        5,
        "A user without a password is accepted.",
        "Refuse an empty password.",
        (expected, sent) -> sent.equals(expected.substring(0, expected.indexOf(':') + 1)));
    comparing(
        "password-trimmed",
        12,
        "Blanks behind a password are dropped.",
        "Compare the password to the letter.",
        (expected, sent) -> sent.stripTrailing().equals(expected));
  }

  private void profiles() {
    if (right.scheme().hasDeployedProfile()) {
      RightVerifier other = right.ofOtherProfile();
      shelf.add(
          "other-profile-accepted",
          4,
          "What is right by the other profile is accepted, too.",
          "Verify by one profile alone.",
          (credentials, request, now) -> {
            Verdict due = right.due(credentials, request, now);
            return due.isAccepted() ? due : other.due(credentials, request, now);
          });
    }
  }

  private void spellings(Encoding encoding) {
    if (encoding == Encoding.BASE64) {
      comparing(
          "unpadded-base64-accepted",
          9,
          "Base64 without its padding is accepted.",
          "Refuse a signature that is not padded.",
          (expected, sent) -> expected.replace("=", "").equals(sent));
      comparing(
          "signature-percent-decoded",
          10,
          "The signature is percent-decoded once too often.",
          "Compare the text as it is sent.",
          (expected, sent) -> !sent.equals(expected) && Percent.decode(sent).equals(expected));
      comparing(
          "base64url-accepted",
          10,
          "Base64 for URLs is accepted.",
          "Take the standard alphabet alone.",
          (expected, sent) ->
              standard(sent).equals(expected) || standard(sent).equals(expected.replace("=", "")));
      comparing(
          "padded-base64url-accepted",
          13,
          "Base64 for URLs is accepted where it is padded.",
          "Take the standard alphabet alone.",
          (expected, sent) -> standard(sent).equals(expected));
    }
    comparing(
        "other-encodings-accepted",
        9,
        "A signature in another encoding is accepted.",
        "Take the scheme's encoding alone.",
        (expected, sent) ->
            Stream.of(Encoding.values())
                .flatMap(other -> other.decode(sent).stream())
                .anyMatch(mac -> Arrays.equals(mac, encoding.decode(expected).orElseThrow())));
    comparing(
        "signature-in-quotes-accepted",
        12,
        "A signature in quotes is accepted.",
        "Take the signature as it is sent.",
        (expected, sent) -> sent.equals("\"" + expected + "\""));
    boolean raw =
        right.rules().sent().stream()
            .anyMatch(
                one ->
                    one instanceof Placement.InQuery query
                        && SentPlacements.carries(one, SigningRules.SIGNATURE)
                        && query.last());
    if (raw) {
      comparing(
          "parameters-behind-signature-accepted",
          5,
          "Parameters behind the signature are accepted.",
          "Refuse what follows the signature.",
          (expected, sent) -> sent.startsWith(expected + "&"));
    }
  }

  /** With the letters that base64 has in place of those for URLs. */
  private static String standard(String text) {
    return text.replace('-', '+').replace('_', '/');
  }

  private void algorithms(Algorithm algorithm) {
    List<Procedure> others =
        Stream.of(Algorithm.values())
            .filter(one -> one != algorithm)
            .map(one -> due.withMac(MacStep.hmac(one)))
            .toList();
    shelf.add(
        "other-algorithms-accepted",
        8,
        "A MAC of another algorithm is accepted.",
        "Compute the scheme's algorithm alone.",
        right.accepting(
            OF_SIGNATURES,
            (credentials, request, now) ->
                others.stream().anyMatch(other -> right.fits(other, credentials, request, now))));
  }

  private void comparing(
      String id, int rank, String title, String fix, BiPredicate<String, String> test) {
    shelf.add(
        id,
        rank,
        title,
        fix,
        right.accepting(
            OF_SIGNATURES,
            (credentials, request, now) -> {
              Optional<String> sent =
                  SentFields.read(right.rules(), request).value(SigningRules.SIGNATURE);
              return sent.isPresent()
                  && right.due(due, credentials, request, now).stream()
                      .anyMatch(expected -> test.test(legible(expected), legible(sent.get())));
            }));
  }

  /** A password is compared as it is typed, not as it is encoded. */
  private String legible(String text) {
    if (right.rules().proof() instanceof Proof.Mac) {
      return text;
    }
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
