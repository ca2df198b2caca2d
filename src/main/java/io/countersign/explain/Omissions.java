package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that are not sent at all; the request itself shows these. A field that was sent under
 * another name is missing too, so that they come behind the misspellings.
 */
final class Omissions {
  static final Deviation SIGNATURE =
      missing(
          "signature-missing",
          20,
          Optional.empty(),
          "The request carries no signature.",
          "Send the signature where the scheme places it.");
  static final Deviation TIMESTAMP =
      missing(
          "timestamp-missing",
          20,
          Optional.of(Aspect.Kind.TIMESTAMP),
          "The request carries no timestamp.",
          "Send the timestamp that was signed.");
  static final Deviation KEY_ID =
      missing(
          "key-id-missing",
          20,
          Optional.of(Aspect.Kind.CREDENTIAL),
          "The request does not say whose key signed it.",
          "Send the key id with the signature.");
  static final Deviation ALL =
      missing(
          "authentication-missing",
          1,
          Optional.of(Aspect.Kind.CREDENTIAL),
          "The request carries nothing of what the scheme asks for.",
          "Sign the request, and send what the signer made.");

  /** Not missing, but nobody can find a signature in it either. */
  static final Deviation MALFORMED =
      missing(
          "carrier-malformed",
          1,
          Optional.of(Aspect.Kind.CREDENTIAL),
          "What carries the signature is not written in the scheme's form.",
          "Write it in exactly that form.");

  private Omissions() {}

  static Shelf<Set<String>> of(SigningRules rules) {
    Shelf<Set<String>> shelf = new Shelf<>(Affects.PLACEMENT);
    Set<String> all = fields(rules);
    Set<String> keyIds = keyIds(rules);
    add(shelf, ALL, all);
    if (rules.proof() instanceof Proof.Password) {
      return shelf;
    }
    add(shelf, SIGNATURE, Set.of(SigningRules.SIGNATURE));
    if (rules.timestamp().isPresent()) {
      add(shelf, TIMESTAMP, Set.of(SigningRules.TIMESTAMP));
    }
    if (rules.digest().isPresent()) {
      add(shelf, SentDigests.MISSING, Set.of(SigningRules.DIGEST));
    }
    if (!keyIds.isEmpty()) {
      add(shelf, KEY_ID, keyIds);
    }
    return shelf;
  }

  /** The same of one field: what a signature asks for besides itself need not be a key. */
  static Deviation of(String field) {
    return missing(
        KEY_ID.id(),
        KEY_ID.rank(),
        KEY_ID.aspect(),
        "The request carries no " + field + ".",
        "Send the " + field + " with the signature.");
  }

  static boolean isOne(Deviation deviation) {
    return Set.of(SIGNATURE.id(), TIMESTAMP.id(), KEY_ID.id(), SentDigests.MISSING.id())
        .contains(deviation.id());
  }

  /** Every field that travels. */
  static Set<String> fields(SigningRules rules) {
    Set<String> fields = new TreeSet<>();
    rules.sent().forEach(placement -> fields.addAll(placement.value().fields()));
    return fields;
  }

  /** The credential fields that travel. */
  static Set<String> keyIds(SigningRules rules) {
    Set<String> fields = fields(rules);
    fields.removeAll(SigningRules.RESERVED);
    return fields;
  }

  private static void add(Shelf<Set<String>> shelf, Deviation about, Set<String> fields) {
    shelf.add(
        about.id(), about.rank(), about.aspect(), about.title(), about.fix(), List.of(fields));
  }

  private static Deviation missing(
      String id, int rank, Optional<Aspect.Kind> aspect, String title, String fix) {
    return new Deviation(id, Affects.PLACEMENT, aspect, rank, title, fix);
  }
}
