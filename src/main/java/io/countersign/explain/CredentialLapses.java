package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Secret;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Key ids and other credentials that are sent, and not looked at, or not to the letter. */
final class CredentialLapses {
  private final RightVerifier right;
  private final CheckShelf shelf;

  private CredentialLapses(RightVerifier right, CheckShelf shelf) {
    this.right = right;
    this.shelf = shelf;
  }

  static void addTo(CheckShelf shelf, RightVerifier right) {
    boolean named =
        right.rules().proof() instanceof Proof.Password
            || !Omissions.keyIds(right.rules()).isEmpty();
    if (!named) {
      return;
    }
    CredentialLapses lapses = new CredentialLapses(right, shelf);
    lapses.taking(
        "key-id-not-checked",
        2,
        "Any key id is accepted with the right secret.",
        (known, sent) -> true);
    lapses.taking(
        "key-id-in-any-case",
        7,
        "The key id is compared without regard to letter case.",
        String::equalsIgnoreCase);
    lapses.taking(
        "key-id-compared-in-part",
        9,
        "Only the beginning of the key id is compared.",
        (known, sent) -> known.startsWith(sent) || sent.startsWith(known));
    lapses.taking(
        "key-id-trimmed",
        11,
        "White space or quotes around the key id are ignored.",
        (known, sent) -> sent.replaceAll("^[\\s\"]+|[\\s\"]+$", "").equals(known));
    lapses.besideTheKeyId();
    if (right.rules().proof() instanceof Proof.Mac mac) {
      lapses.keyIdForSecret(mac);
      Procedure due = Procedure.of(right.rules());
      shelf.add(
          "key-id-not-required",
          6,
          Aspect.Kind.CREDENTIAL,
          "A request that does not say whose key signed it is accepted.",
          "Refuse a request without a key id.",
          right.accepting(
              List.of(Reason.MISSING_CREDENTIAL),
              (credentials, request, now) -> right.fits(due, credentials, request, now)));
    }
  }

  /** Who finds the secret by one of the credentials that are sent has no use for the others. */
  private void besideTheKeyId() {
    Set<String> sent = Omissions.keyIds(right.rules());
    if (sent.size() > 1 || right.rules().proof() instanceof Proof.Password) {
      sent.forEach(this::notChecked);
      right.rules().sent().stream().filter(this::canBeMissing).forEach(this::notRequired);
    }
  }

  private void notChecked(String field) {
    shelf.add(
        field + "-not-checked",
        6,
        Aspect.Kind.CREDENTIAL,
        "Any " + field + " is accepted, if all else is right.",
        "Compare the " + field + " that is sent with the one that is known.",
        right.unless(
            List.of(Reason.UNKNOWN_KEY),
            (credentials, request, now) -> {
              Optional<String> sent = SentFields.read(right.rules(), request).value(field);
              return sent.isEmpty()
                  ? right.due(credentials, request, now)
                  : right.due(credentials.withText(field, sent.get()), request, now);
            }));
  }

  /** What is signed cannot be left out without another signature. */
  private boolean canBeMissing(Placement placement) {
    List<String> fields = placement.value().fields();
    boolean signed =
        right.rules().covered().stream()
            .anyMatch(
                aspect ->
                    placement instanceof Placement.InHeader header
                        ? aspect.kind() == Aspect.Kind.HEADER
                            && aspect.name().equalsIgnoreCase(header.name())
                        : aspect.kind() == Aspect.Kind.QUERY);
    return !signed && fields.size() == 1 && Omissions.keyIds(right.rules()).contains(fields.get(0));
  }

  private void notRequired(Placement placement) {
    String field = placement.value().fields().get(0);
    List<Placement> others =
        right.rules().sent().stream().filter(one -> !one.equals(placement)).toList();
    shelf.add(
        field + "-not-required",
        7,
        Aspect.Kind.CREDENTIAL,
        "A request without its " + field + " is accepted, if all else is right.",
        "Refuse a request that does not name its " + field + ".",
        right.unless(
            List.of(Reason.MISSING_CREDENTIAL), right.by(rules -> rules.withSent(others))));
  }

  /** Who looks the secret up by the key id, and finds the key id. */
  private void keyIdForSecret(Proof.Mac mac) {
    String field = Omissions.keyIds(right.rules()).iterator().next();
    shelf.add(
        "key-id-for-secret-accepted",
        8,
        "A signature that is made with the key id for the secret is accepted.",
        "Key the MAC with the secret alone.",
        right.unless(
            List.of(Reason.SIGNATURE_MISMATCH),
            (credentials, request, now) -> {
              byte[] key = credentials.text(field).getBytes(StandardCharsets.UTF_8);
              Secret taken = Secret.of(mac.secretField(), mac.keyEncoding().encode(key));
              return right.due(credentials.withSecret(mac.secretField(), taken), request, now);
            }));
  }

  /** A verifier that takes another key id for the known one, and verifies with it. */
  private void taking(String id, int rank, String title, BiPredicate<String, String> same) {
    shelf.add(
        id,
        rank,
        Aspect.Kind.CREDENTIAL,
        title,
        "Compare the key id to the letter.",
        right.unless(
            List.of(Reason.UNKNOWN_KEY),
            (credentials, request, now) -> {
              Credentials taken = credentials;
              for (Map.Entry<String, String> sent : sent(request).entrySet()) {
                if (!same.test(credentials.text(sent.getKey()), sent.getValue())) {
                  return right.due(credentials, request, now);
                }
                taken = taken.withText(sent.getKey(), sent.getValue());
              }
              return right.due(taken, request, now);
            }));
  }

  private Map<String, String> sent(HttpRequest request) {
    SentFields fields = SentFields.read(right.rules(), request);
    Map<String, String> sent = new TreeMap<>();
    if (right.rules().proof() instanceof Proof.Password password) {
      String pair = fields.value(SigningRules.SIGNATURE).orElse("");
      String text = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
      sent.put(password.userField(), text.substring(0, text.indexOf(':')));
      return sent;
    }
    Omissions.keyIds(right.rules())
        .forEach(name -> fields.value(name).ifPresent(value -> sent.put(name, value)));
    return sent;
  }
}
