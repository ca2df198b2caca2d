package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hashes in the string to sign, and what is hashed for them. A scheme without any has none. */
final class DigestDeviations {
  private static final Map<Encoding, String> NAMES =
      Map.of(
          Encoding.HEX, "hexadecimal",
          Encoding.HEX_UPPER, "upper-case hexadecimal",
          Encoding.BASE64, "base64",
          Encoding.BASE64_URL, "base64 for URLs without padding");

  private final List<DigestPart> digests = new ArrayList<>();
  private final Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);

  private DigestDeviations(List<Part> parts) {
    collect(parts);
  }

  private void collect(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof DigestPart digest) {
        digests.add(digest);
        collect(digest.parts());
      }
    }
  }

  static Shelf<Rewrite> of(SigningRules rules) {
    DigestDeviations deviations = new DigestDeviations(rules.stringToSign());
    if (!deviations.digests.isEmpty()) {
      deviations.missing();
      deviations.algorithms();
      deviations.encodings();
    }
    return deviations.shelf;
  }

  /**
   * What is hashed has an order, separators and an end as a string to sign has; all that can be
   * wrong with those. There are as many as of the string itself, so they are taken alone or with
   * one other deviation.
   */
  static List<Variation<Rewrite>> within(SigningRules rules) {
    DigestDeviations deviations = new DigestDeviations(rules.stringToSign());
    List<Variation<Rewrite>> all = new ArrayList<>();
    for (DigestPart digest : deviations.digests) {
      SigningRules hashed = rules.withStringToSign(digest.parts());
      Stream.of(
              LiteralDeviations.ofWhole().toList(),
              StructureDeviations.ofOrder(hashed).toList(),
              SeparatorDeviations.of(hashed))
          .flatMap(List::stream)
          .map(one -> hashed(one, digest, rules))
          .filter(one -> !one.forms().isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  private static Variation<Rewrite> hashed(
      Variation<Rewrite> one, DigestPart digest, SigningRules rules) {
    Deviation about = one.about();
    String title = hashed(about.title());
    boolean isSaid = !title.equals(about.title());
    return new Variation<>(
        new Deviation(
            "hashed-" + about.id(),
            about.affects(),
            about.aspect(),
            about.rank(),
            isSaid ? title : "In what is hashed, " + lower(title),
            hashed(about.fix())),
        one.forms().stream()
            // A body that is left out with no separator is found as one that is signed is.
            .skip(about.id().equals("body-left-out") ? 1 : 0)
            .map(form -> within(digest, form))
            .filter(form -> form.apply(rules.stringToSign()).isPresent())
            .toList());
  }

  private static String hashed(String sentence) {
    return sentence
        .replace("the string to sign", "what is hashed")
        .replace("The string to sign", "What is hashed");
  }

  private static String lower(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private static Rewrite within(DigestPart digest, Rewrite change) {
    return changing(
        one -> isSame(one, digest),
        one -> change.apply(one.parts()).<Part>map(one::withParts).orElse(one));
  }

  private void missing() {
    add(
        "digest-not-computed",
        8,
        "What belongs hashed into the string to sign was signed itself.",
        "Sign its hash.",
        digest -> new Part.Rewritten(digest, DigestDeviations::appendUnhashed));
    boolean ofBody = digests.stream().anyMatch(DigestDeviations::isOfBody);
    if (ofBody) {
      add(
          "digest-of-empty-body-left-out",
          4,
          "Nothing was signed where the hash of the empty body belongs.",
          "Hash an empty body as any other.",
          digest ->
              isOfBody(digest)
                  ? new Part.Rewritten(
                      digest,
                      (part, in, out) -> {
                        if (!in.request().body().isEmpty()) {
                          part.appendTo(out, in);
                        }
                      })
                  : digest);
    }
    add(
        "digest-computed-twice",
        26,
        "The hash in the string to sign is the hash of a hash.",
        "Hash once.",
        digest -> digest.withParts(List.of(digest)),
        digest -> digest.withParts(List.of(digest.withEncoding(Optional.empty()))));
  }

  private static void appendUnhashed(Part part, SigningInput in, OctetBuffer out) {
    ((DigestPart) Rewrite.core(part)).parts().forEach(hashed -> hashed.appendTo(out, in));
  }

  private static boolean isOfBody(DigestPart digest) {
    return digest.parts().equals(List.of(new Part.Body()));
  }

  private void algorithms() {
    String due = due(digest -> digest.algorithm().digestName());
    for (Algorithm other : Algorithm.values()) {
      String name = other.digestName();
      boolean common = other == Algorithm.HMAC_SHA1 || other == Algorithm.HMAC_SHA256;
      add(
          "digest-with-" + name.toLowerCase(Locale.ROOT),
          common || other == Algorithm.HMAC_MD5 ? 11 : 20,
          "The hash in the string to sign was computed with " + name + ".",
          "Compute it with " + due + ".",
          digest -> digest.withAlgorithm(other));
    }
  }

  private void encodings() {
    String fix = "Write it " + due(digest -> words(digest.encoding())) + ".";
    written(Encoding.HEX, "in-hex", 3, fix);
    written(Encoding.HEX_UPPER, "in-upper-case-hex", 6, fix);
    written(Encoding.BASE64, "in-base64", 5, fix);
    written(Encoding.BASE64_URL, "in-unpadded-base64url", 15, fix);
    add(
        "digest-as-raw-bytes",
        7,
        "The hash in the string to sign was written as the bytes that it is.",
        fix,
        digest -> digest.withEncoding(Optional.empty()));
    Part.Rewritten.Writer base64 =
        Writers.changing(hex -> Octets.of(Encoding.BASE64.encode(hex.toBytes())));
    add(
        "digest-in-base64-of-hex",
        13,
        "The hash in the string to sign was written in base64 of its hexadecimal text.",
        fix,
        digest -> new Part.Rewritten(digest.withEncoding(Optional.of(Encoding.HEX)), base64));
  }

  private void written(Encoding encoding, String id, int rank, String fix) {
    add(
        "digest-" + id,
        rank,
        "The hash in the string to sign was written " + words(Optional.of(encoding)) + ".",
        fix,
        digest -> digest.withEncoding(Optional.of(encoding)));
  }

  private static String words(Optional<Encoding> encoding) {
    return encoding.map(one -> "in " + NAMES.get(one)).orElse("as the bytes that it is");
  }

  /** What the scheme has, of each of its digests. */
  private String due(Function<DigestPart, String> words) {
    return digests.stream().map(words).distinct().collect(Collectors.joining(" or "));
  }

  /** Each change of all digests at once and, where there are several, of each of them alone. */
  @SafeVarargs
  private void add(
      String id, int rank, String title, String fix, Function<DigestPart, Part>... changes) {
    List<Rewrite> forms = new ArrayList<>();
    for (Function<DigestPart, Part> change : changes) {
      forms.add(changing(digest -> true, change));
      if (digests.size() > 1) {
        digests.forEach(one -> forms.add(changing(digest -> isSame(digest, one), change)));
      }
    }
    shelf.add(id, rank, Optional.empty(), title, fix, forms);
  }

  private static Rewrite changing(Predicate<DigestPart> which, Function<DigestPart, Part> change) {
    return Rewrite.mappingOwn(part -> changed(part, which, change));
  }

  /** From the inside out, whatever other deviations made of them. */
  private static Part changed(
      Part part, Predicate<DigestPart> which, Function<DigestPart, Part> change) {
    if (!Rewrite.isDigest(part)) {
      return part;
    }
    return Rewrite.mappedCore(
        part,
        core -> {
          DigestPart digest = ((DigestPart) core).mapping(one -> changed(one, which, change));
          return which.test(digest) ? change.apply(digest) : digest;
        });
  }

  private static boolean isSame(DigestPart one, DigestPart other) {
    return one.covers().equals(other.covers());
  }
}
