package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;

/** A target that is signed decoded where it is signed raw, or the reverse, or only in part. */
final class FormDeviations {
  private FormDeviations() {}

  static Shelf<Rewrite> all() {
    return new Shelf<Rewrite>(Affects.STRING_TO_SIGN)
        .add(
            "escapes-not-decoded",
            5,
            "Path and query were signed with their percent-escapes.",
            "Decode the percent-escapes before signing.",
            form(Part.Form.DECODED, Part.Form.RAW))
        .add(
            "escapes-decoded",
            5,
            "Path and query were signed with their percent-escapes decoded.",
            "Sign path and query as they are sent, escapes and all.",
            form(Part.Form.RAW, Part.Form.DECODED))
        .add(
            "target-without-query",
            4,
            Aspect.Kind.QUERY,
            "Only the path was signed, without its query.",
            "Sign path and query, with the ? between them.",
            Rewrite.mappingCore(FormDeviations::pathOfWhole));
  }

  private static Rewrite form(Part.Form due, Part.Form other) {
    return Rewrite.mappingCore(
        part ->
            part instanceof Part.Target target && target.form() == due
                ? new Part.Target(other, target.before())
                : part);
  }

  /** A target that ends before a parameter has the scheme's own parameters in it. */
  private static Part pathOfWhole(Part part) {
    return part instanceof Part.Target target && target.before().isEmpty() ? new Part.Path() : part;
  }
}
