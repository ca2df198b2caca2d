package io.countersign.scheme;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.document.Suggestion;
import java.util.List;
import java.util.Optional;

/** Reads the hash of the body that a scheme sends, and checks that the signature covers it. */
final class SentDigestLoader {
  static final String KEY = "digest";

  /** What nothing that a signer adds can change. */
  private static final List<String> HASHED =
      List.of("body", "credential", "method", "path", "text");

  private SentDigestLoader() {}

  static SentDigest load(Fields scheme, CredentialNames credentials) {
    Fields fields =
        Fields.of(scheme.required(KEY), "'digest'", "algorithm", "encoding", "of", "without-body");
    for (Node node : fields.items("of")) {
      String name = PartLoader.nameOf(node);
      if (!HASHED.contains(name)) {
        throw InputException.at(
            node.mark(),
            "a digest that is sent is not of '" + name + "'",
            Suggestion.of(name, HASHED.toArray(String[]::new)));
      }
    }
    DigestPart digest = new PartLoader(credentials, Optional.empty()).digest(fields);
    if (digest.encoding().isEmpty()) {
      throw InputException.at(
          fields.required("encoding").mark(),
          "what is sent is text, and no bytes",
          "write hex or base64");
    }
    if (!digest.leaves().contains(new Part.Body())) {
      throw InputException.at(
          fields.required("of").mark(), "the digest is not of the body", "add 'body'");
    }
    return new SentDigest(
        List.of(digest), fields.word("without-body", SentDigest.WithoutBody.SENT));
  }

  /**
   * @throws InputException if the digest travels and is none, or is one that nothing signs: whoever
   *     changes the body could change it, too
   */
  static void requireSigned(Fields scheme, SigningRules rules) {
    List<Node> items = scheme.items("sent");
    for (int i = 0; i < items.size(); i++) {
      Placement placement = rules.sent().get(i);
      if (placement.value().fields().contains(SigningRules.DIGEST)) {
        requireSigned(items.get(i), placement, rules);
      }
    }
  }

  private static void requireSigned(Node where, Placement placement, SigningRules rules) {
    SentDigest digest = rules.digest().orElse(null);
    if (digest == null) {
      throw InputException.at(
          where.mark(),
          "{digest} is sent and the scheme does not say what it is",
          "add 'digest: {algorithm: …, encoding: …, of: [body]}'");
    }
    if (digest.withoutBody() == SentDigest.WithoutBody.OMITTED
        && placement.value().fields().size() > 1) {
      throw InputException.at(
          where.mark(),
          "{digest} is left out where there is no body, and other fields with it",
          "give it an item of its own, or remove 'without-body'");
    }
    if (!isSigned(rules.stringToSign(), digest, placement, rules)) {
      throw InputException.at(
          where.mark(),
          "the digest is sent and not signed: who changes the body can change it, too",
          placement instanceof Placement.InHeader header && header.alternatives().isEmpty()
              ? "write '- header: " + header.name() + "' or '- digest' into 'string-to-sign'"
              : "write '- digest' into 'string-to-sign'");
    }
  }

  private static boolean isSigned(
      List<Part> parts, SentDigest digest, Placement placement, SigningRules rules) {
    for (Part part : parts) {
      boolean isSigned =
          part instanceof DigestPart hashed
              ? isSigned(hashed.parts(), digest, placement, rules)
              : part.equals(digest) || signs(part, placement, rules);
      if (isSigned) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a part signs what carries the digest. A header that is found by another name, too, is
   * not signed under that; and of a target that ends before some parameter, only what stands before
   * the signature is sure to be signed.
   */
  private static boolean signs(Part part, Placement placement, SigningRules rules) {
    if (placement.value().fields().contains(SigningRules.SIGNATURE)) {
      return false;
    }
    if (placement instanceof Placement.InHeader header) {
      return part instanceof Part.HeaderValue value
          && header.alternatives().isEmpty()
          && header.name().equalsIgnoreCase(value.name());
    }
    String name = ((Placement.InQuery) placement).name();
    return part instanceof QueryPart query
            && query.bodyInsteadFor().isEmpty()
            && !query.omit().contains(name)
        || part instanceof Part.Target target && isWhole(target, rules);
  }

  private static boolean isWhole(Part.Target target, SigningRules rules) {
    return target.before().isEmpty()
        || rules.signatureAtTheEnd().filter(target::isBefore).isPresent();
  }
}
