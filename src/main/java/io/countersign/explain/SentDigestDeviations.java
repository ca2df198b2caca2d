package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The hash of the body that is sent, of another function, encoding or text than the scheme's. */
final class SentDigestDeviations {
  /**
   * A body and the bytes of a hash are no text that a header could carry, and a query that the
   * digest itself is in is another by the time that it arrives.
   */
  private static final Set<String> UNSENDABLE =
      Set.of("digest-not-computed", "digest-as-raw-bytes", "body-behind-query");

  private static final String OF_NOTHING = "digest-of-empty-body-left-out";

  static final String LEFT_OUT_OF_NOTHING = "sent-" + OF_NOTHING;

  private static final String UNPADDED = "digest-in-unpadded-base64url";

  private SentDigestDeviations() {}

  static Shelf<PlacementChange> of(SigningRules rules) {
    Shelf<PlacementChange> shelf = new Shelf<>(Affects.PLACEMENT);
    if (rules.digest().isPresent()) {
      SentDigest due = rules.digest().get();
      SigningRules hashed = rules.withStringToSign(due.parts());
      for (Variation<Rewrite> one : DigestDeviations.of(hashed).toList()) {
        add(shelf, one, due);
      }
      for (Variation<Rewrite> one : BodyDeviations.all().toList()) {
        add(shelf, one, due);
      }
      unpadded(shelf, due);
      withoutPrefix(shelf, rules);
    }
    return shelf;
  }

  /** Unless a hash has certain letters, what is not padded is of either alphabet. */
  private static void unpadded(Shelf<PlacementChange> shelf, SentDigest due) {
    if (isPadded(due)) {
      Part.Rewritten.Writer writer = Writers.changingText(text -> text.replace("=", ""));
      shelf.add(
          "sent-digest-without-padding",
          6,
          Optional.of(Aspect.Kind.BODY),
          "The hash that is sent lacks the padding of base64.",
          "Write it with the = at its end, and in the alphabet with + and /.",
          List.<PlacementChange>of(
              new Change(
                  List.of(
                      Rewrite.mappingOwn(part -> new Part.Rewritten(part, writer)),
                      Rewrite.mappingOwn(SentDigestDeviations::forUrls)))));
    }
  }

  private static Part forUrls(Part part) {
    return part instanceof DigestPart digest
        ? digest.withEncoding(Optional.of(Encoding.BASE64_URL))
        : part;
  }

  private static boolean isPadded(SentDigest due) {
    return due.parts().stream()
        .anyMatch(
            part ->
                part instanceof DigestPart digest
                    && digest.encoding().equals(Optional.of(Encoding.BASE64)));
  }

  private static void withoutPrefix(Shelf<PlacementChange> shelf, SigningRules rules) {
    PlacementChange bare = any -> SentPlacements.mapping(any, SentDigestDeviations::bare);
    if (bare.apply(rules).isPresent()) {
      shelf.add(
          "sent-digest-without-prefix",
          2,
          Optional.of(Aspect.Kind.BODY),
          "The hash of the body is sent without what stands around it in the scheme.",
          "Write the name of the hash function, and all else that belongs there, with the hash.",
          List.of(bare));
    }
  }

  private static Placement bare(Placement placement) {
    return placement.value().fields().equals(List.of(SigningRules.DIGEST))
        ? SentPlacements.withTemplate(placement, text -> "{" + SigningRules.DIGEST + "}")
        : placement;
  }

  /** The whole line that signs it left out, where it has one. */
  static Shelf<Rewrite> unsigned(SigningRules rules) {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    if (rules.digest().isPresent()) {
      shelf.add(
          "sent-digest-not-signed",
          5,
          Optional.of(Aspect.Kind.BODY),
          "The digest of the body is sent, and the line that signs it was left out.",
          "Sign the digest that is sent.",
          List.<Rewrite>of(parts -> withoutLine(parts, rules)));
    }
    return shelf;
  }

  private static Optional<List<Part>> withoutLine(List<Part> parts, SigningRules rules) {
    for (int i = 1; i < parts.size(); i++) {
      if (isOfDigest(parts.get(i), rules) && parts.get(i - 1) instanceof Part.Text text) {
        int line = text.text().lastIndexOf('\n');
        if (line >= 0) {
          List<Part> others = new ArrayList<>(parts);
          others.remove(i);
          others.remove(i - 1);
          if (line > 0) {
            others.add(i - 1, new Part.Text(text.text().substring(0, line)));
          }
          return Optional.of(others);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOfDigest(Part part, SigningRules rules) {
    return part instanceof SentDigest
        || part instanceof Part.HeaderValue header
            && rules
                .sentIn(header.name())
                .filter(one -> SentPlacements.carries(one, SigningRules.DIGEST))
                .isPresent();
  }

  private static void add(Shelf<PlacementChange> shelf, Variation<Rewrite> one, SentDigest due) {
    Deviation about = one.about();
    List<Rewrite> forms =
        one.forms().stream().filter(form -> changed(form, due).isPresent()).toList();
    boolean isOfNothing =
        due.withoutBody() == SentDigest.WithoutBody.OMITTED && about.id().equals(OF_NOTHING);
    boolean isUnpadded = isPadded(due) && about.id().equals(UNPADDED);
    if (forms.isEmpty() || isOfNothing || isUnpadded || UNSENDABLE.contains(about.id())) {
      return;
    }
    boolean isOfHash = about.id().startsWith("digest-");
    shelf.add(
        isOfHash ? "sent-" + about.id() : "sent-digest-of-" + about.id(),
        about.rank(),
        Optional.of(Aspect.Kind.BODY),
        isOfHash ? sent(about.title()) : hashed(about.title()),
        hashed(about.fix()),
        List.<PlacementChange>of(new Change(forms)));
  }

  private static String sent(String sentence) {
    return sentence
        .replace("in the string to sign", "that is sent")
        .replace("was signed", "was sent");
  }

  private static String hashed(String sentence) {
    return sentence
        .replace("signed", "hashed")
        .replaceFirst("^Sign ", "Hash ")
        .replace(" sign ", " hash ");
  }

  private static Optional<List<Part>> changed(Rewrite form, SentDigest due) {
    return form.apply(due.parts()).filter(parts -> !parts.equals(due.parts()));
  }

  private static Stream<SigningRules> changed(Rewrite form, SigningRules rules) {
    return rules.digest().stream()
        .flatMap(
            due ->
                changed(form, due)
                    .map(parts -> SentDigests.with(rules, due.withParts(parts)))
                    .stream());
  }

  /** One hash in place of another, wherever the scheme has it. */
  private record Change(List<Rewrite> forms) implements PlacementChange {
    @Override
    public Optional<SigningRules> apply(SigningRules rules) {
      return changed(forms.get(0), rules).findFirst();
    }

    @Override
    public List<SigningRules> readings(SigningRules rules, HttpRequest request) {
      return forms.stream().flatMap(form -> changed(form, rules)).toList();
    }
  }
}
