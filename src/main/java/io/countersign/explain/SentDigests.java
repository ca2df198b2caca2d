package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.SentFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hash of the body that one request carries, held against those that it may be meant for. */
final class SentDigests {
  static final Deviation MISSING =
      deviation(
          "sent-digest-missing",
          20,
          "The request carries no digest of its body.",
          "Send the hash of the body where the scheme places it.");
  static final Deviation MALFORMED =
      deviation(
          "sent-digest-in-other-form",
          20,
          "What carries the digest of the body is not written in the scheme's form.",
          "Write it in exactly that form, with all that stands around the hash.");
  static final Deviation OTHER =
      deviation(
          "sent-digest-of-other-body",
          9,
          "The hash that is sent is not that of the body that arrived: the body was changed after it"
              + " was hashed, or another was hashed.",
          "Hash the bytes of the body that are sent, as the last thing that is done with it.");
  static final Deviation NOT_SIGNED =
      deviation(
          "sent-digest-not-as-signed",
          8,
          "Another hash is sent than the one that was signed, which is that of the body.",
          "Send the hash that is signed.");

  private final HttpRequest request;
  private final Credentials credentials;
  private final Map<SentDigest, String> known = new HashMap<>();

  SentDigests(HttpRequest request, Credentials credentials) {
    this.request = request;
    this.credentials = credentials;
  }

  /** A digest that may have been signed: by which rules, and what is wrong with it. */
  record Taken(SigningRules rules, List<Deviation> deviations) {}

  /** What the rules have a request carry; empty where that is nothing. */
  private String due(SentDigest digest) {
    return known.computeIfAbsent(digest, one -> one.of(request, credentials).text());
  }

  /** Whether the request carries the digest that rules have, wrong ones perhaps. */
  boolean fits(SigningRules rules) {
    return rules.digest().isEmpty()
        || due(rules.digest().get())
            .equals(SentFields.read(rules, request).value(SigningRules.DIGEST).orElse(""));
  }

  /** The ways in which the request may have been signed, whatever digest it carries. */
  List<Taken> taken(SigningRules rules, SentFields fields) {
    SentDigest digest = rules.digest().orElse(null);
    String sent = fields.value(SigningRules.DIGEST).orElse("");
    if (digest == null || sent.equals(due(digest))) {
      return List.of(new Taken(rules, List.of()));
    }
    if (sent.isEmpty()) {
      List<Deviation> so = List.of(missing(rules));
      return List.of(
          new Taken(rules, so),
          new Taken(stripped(rules, digest), so),
          new Taken(unsigned(rules, digest), so));
    }
    List<Taken> all = new ArrayList<>();
    SigningRules asSent = with(rules, digest.withParts(List.of(new Part.Text(sent))));
    all.add(new Taken(asSent, List.of(OTHER)));
    if (!asSent.stringToSign().equals(rules.stringToSign())) {
      all.add(new Taken(rules, List.of(NOT_SIGNED)));
    }
    return all;
  }

  /** Nothing was signed where it belongs, either. */
  private static SigningRules unsigned(SigningRules rules, SentDigest digest) {
    return rules.withStringToSign(with(rules, digest.withParts(List.of())).stringToSign());
  }

  /** What was signed where the header was there when the request was signed. */
  private SigningRules stripped(SigningRules rules, SentDigest digest) {
    return rules.withStringToSign(
        rules.stringToSign().stream()
            .map(part -> Rewrite.mapped(part, leaf -> there(leaf, rules, digest)))
            .toList());
  }

  private Part there(Part part, SigningRules rules, SentDigest digest) {
    return part instanceof Part.HeaderValue header
        ? rules
            .sentIn(header.name())
            .filter(one -> one.value().fields().equals(List.of(SigningRules.DIGEST)))
            .<Part>map(one -> new Part.Text(one.value().fill(field -> due(digest))))
            .orElse(part)
        : part;
  }

  /** The rules with another digest, in the string to sign as well. */
  static SigningRules with(SigningRules rules, SentDigest other) {
    SentDigest due = rules.digest().orElseThrow();
    List<Part> parts =
        rules.stringToSign().stream()
            .map(
                part ->
                    Rewrite.mapped(
                        part,
                        leaf -> Rewrite.mappedCore(leaf, core -> core.equals(due) ? other : core)))
            .toList();
    return rules.withDigest(other).withStringToSign(parts);
  }

  /** What is wrong with it, as far as it shows. */
  Optional<Deviation> shown(SigningRules rules) {
    if (rules.digest().isEmpty() || fits(rules)) {
      return Optional.empty();
    }
    boolean isThere = SentFields.read(rules, request).value(SigningRules.DIGEST).isPresent();
    return Optional.of(isThere ? OTHER : missing(rules));
  }

  /** What is wrong where no digest can be read. */
  private Deviation missing(SigningRules rules) {
    boolean isMalformed =
        rules.sent().stream()
            .filter(one -> one.value().fields().equals(List.of(SigningRules.DIGEST)))
            .filter(Placement.InHeader.class::isInstance)
            .anyMatch(
                one ->
                    request.headers().values(SentPlacements.name(one)).stream()
                        .anyMatch(text -> one.value().read(text).isEmpty()));
    return isMalformed ? MALFORMED : MISSING;
  }

  /** Whether a deviation that has a name of its own says more. */
  static boolean isVague(Deviation deviation) {
    return deviation.equals(OTHER) || deviation.equals(MALFORMED);
  }

  private static Deviation deviation(String id, int rank, String title, String fix) {
    return new Deviation(id, Affects.PLACEMENT, Optional.of(Aspect.Kind.BODY), rank, title, fix);
  }
}
