package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a message to look at.
 *
 * @param isDecoded whether what it carries is decoded before its fields are told
 * @param template reads its fields
 * @param malformed what is wrong with a text there that is not of the scheme's form
 * @param missing what is wrong where nothing is there; null where that is told by the fields
 */
record FieldPlace(
    Carrier carrier,
    boolean isDecoded,
    TemplateReader template,
    Verdict.Rejected malformed,
    Verdict.@Nullable Rejected missing) {

  static FieldPlace of(Carrier carrier, Placement placement, FieldIndex index, Proof proof) {
    return new FieldPlace(
        carrier,
        index.isDecodedFirst(placement),
        new TemplateReader(placement.value(), index.of(placement.value())),
        new Verdict.Rejected(
            malformed(placement.value().fields(), proof),
            carrier.name() + " is not of the form " + placement.value()),
        placement.value().fields().isEmpty()
            ? new Verdict.Rejected(Reason.MISSING_CREDENTIAL, carrier.name() + " is missing")
            : null);
  }

  /** Why what carries these fields is refused where it is not of its form. */
  static Reason malformed(List<String> fields, Proof proof) {
    if (fields.isEmpty()
        || proof instanceof Proof.Password
        || !fields.stream().allMatch(SigningRules.RESERVED::contains)) {
      return Reason.MALFORMED_CREDENTIAL;
    }
    boolean timed = fields.contains(SigningRules.TIMESTAMP);
    boolean signed =
        fields.contains(SigningRules.SIGNATURE) || fields.contains(SigningRules.DIGEST);
    return timed || !signed ? Reason.MALFORMED_TIMESTAMP : Reason.MALFORMED_SIGNATURE;
  }

  /** Whether it carries one field, and nothing around it. */
  boolean isBare() {
    return template.isBare();
  }

  /**
   * @throws RejectedException if what it carries is there more than once
   */
  void read(HttpRequest request, SentQuery query, SentFields fields) {
    Octets raw = carrier.in(request, query);
    // A header with nothing in it carries nothing.
    if (raw.isEmpty()) {
      if (missing != null) {
        fields.note(missing);
      }
    } else if (!template.read(decoded(raw), fields.values())) {
      fields.note(malformed);
    }
  }

  private Octets decoded(Octets raw) {
    return isDecoded ? Percent.decode(raw) : raw;
  }
}
