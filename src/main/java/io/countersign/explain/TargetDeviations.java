package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A target that is signed decoded where it is signed raw, or the reverse, or only in part. */
final class TargetDeviations {
  private static final byte QUESTION_MARK = '?';

  private TargetDeviations() {}

  static Shelf<Rewrite> of(SigningRules rules) {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    if (rules.leaves().stream().noneMatch(part -> part instanceof Part.Target)) {
      return shelf;
    }
    shelf.add(
        "escapes-not-decoded",
        5,
        "Path and query were signed with their percent-escapes.",
        "Decode the percent-escapes before signing.",
        Rewrite.writing(
            part -> isOf(part, Part.Form.DECODED), (part, in, out) -> raw(part).appendTo(out, in)));
    shelf.add(
        "escapes-decoded",
        5,
        "Path and query were signed with their percent-escapes decoded.",
        "Sign path and query as they are sent, escapes and all.",
        Rewrite.mappingCore(
            part -> isOf(part, Part.Form.RAW) ? inForm(part, Part.Form.DECODED) : part));
    shelf.add(
        "target-without-query",
        4,
        Aspect.Kind.QUERY,
        "Only the path was signed, without its query.",
        "Sign path and query, with the ? between them.",
        writing(Writers.seeing(withQuery(Optional.empty()))),
        writing(Writers.seeing(withQuery(Optional.of("")))));
    shelf.add(
        "target-without-path",
        17,
        Aspect.Kind.PATH,
        "Only the query was signed, without the path.",
        "Sign path and query, with the ? between them.",
        writing(Writers.changing(octets -> fromQuestionMark(octets, 1))),
        writing(Writers.changing(octets -> fromQuestionMark(octets, 0))));
    return shelf;
  }

  private static Rewrite writing(Part.Rewritten.Writer writer) {
    return Rewrite.writing(part -> Rewrite.core(part) instanceof Part.Target, writer);
  }

  private static UnaryOperator<HttpRequest> withQuery(Optional<String> query) {
    return request ->
        request.query().isEmpty() ? request : request.withUrl(request.url().withQuery(query));
  }

  /** From what stands so far behind the first question mark on; the whole where there is none. */
  private static Octets fromQuestionMark(Octets target, int behind) {
    byte[] bytes = target.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == QUESTION_MARK) {
        return target.slice(i + behind, bytes.length);
      }
    }
    return target;
  }

  private static boolean isOf(Part part, Part.Form form) {
    return Rewrite.core(part) instanceof Part.Target target && target.form() == form;
  }

  /**
   * Written as if it were due raw. It stays the part that it is: a profile which does have it raw
   * may differ in more, so that who signs the raw target need not sign as that profile says.
   */
  private static Part raw(Part part) {
    return Rewrite.mappedCore(part, core -> inForm(core, Part.Form.RAW));
  }

  private static Part inForm(Part part, Part.Form form) {
    return part instanceof Part.Target target ? new Part.Target(form, target.before()) : part;
  }
}
