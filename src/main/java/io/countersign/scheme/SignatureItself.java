package io.countersign.scheme;

import io.countersign.document.InputException;
import io.countersign.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A signature cannot be part of what it signs: it is written when all else is, and by the time that
 * a verifier looks, the string to sign would be another. Not one request could be accepted.
 */
final class SignatureItself {
  private final Placement carrier;
  private final List<Placement> sent;

  private SignatureItself(Placement carrier, List<Placement> sent) {
    this.carrier = carrier;
    this.sent = sent;
  }

  /**
   * @throws InputException at the first part that would sign what carries the signature
   */
  static void requireUnsigned(List<Node> items, List<Part> parts, List<Placement> sent) {
    for (Placement placement : sent) {
      if (placement.value().fields().contains(SigningRules.SIGNATURE)) {
        SignatureItself signature = new SignatureItself(placement, sent);
        signature.requireUnsigned(items, parts);
      }
    }
  }

  private void requireUnsigned(List<Node> items, List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof DigestPart digest) {
        requireUnsigned(PartLoader.hashed(items.get(i)), digest.parts());
      } else {
        requireUnsigned(items.get(i), parts.get(i));
      }
    }
  }

  private void requireUnsigned(Node where, Part part) {
    if (carrier instanceof Placement.InHeader header) {
      if (part instanceof Part.HeaderValue value && names(header).contains(lower(value.name()))) {
        throw refused(where, "the header " + value.name(), "remove it");
      }
      return;
    }
    String name = ((Placement.InQuery) carrier).name();
    if (part instanceof QueryPart query && !query.omit().contains(name)) {
      throw refused(where, "the parameter " + name, "write 'query: {omit: [" + name + "]}'");
    }
    if (part instanceof Part.Target target && !endsBeforeWhatIsSent(target)) {
      throw refused(where, "the parameter " + name, "write 'target: {before: " + name + "}'");
    }
  }

  /** What is sent in the query stands before the signature, and what the caller has before that. */
  private boolean endsBeforeWhatIsSent(Part.Target target) {
    for (Placement placement : sent) {
      if (placement instanceof Placement.InQuery query
          && target.isBefore(TrailingParameter.named(query.name()))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> names(Placement.InHeader header) {
    List<String> names = new ArrayList<>(List.of(lower(header.name())));
    header.alternatives().forEach(other -> names.add(lower(other)));
    return names;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static InputException refused(Node where, String carrier, String right) {
    return InputException.at(
        where.mark(), "the signature would sign itself: it is sent in " + carrier, right);
  }
}
