package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TrailingParameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a request carries for its signature, found where the scheme places them. Reading
 * never fails; what is wrong with the carriers themselves is kept for the {@link Layer} that looks
 * at it.
 */
public final class SentFields {
  private @Nullable Found last;
  private @Nullable Map<Layer, Verdict.Rejected> problems;

  /** A field that was found, and those before it. */
  private record Found(String field, String value, @Nullable Found before) {}

  private SentFields() {}

  public static SentFields read(SigningRules rules, HttpRequest request) {
    SentFields fields = new SentFields();
    List<Placement> placements = rules.sent();
    for (int i = 0; i < placements.size(); i++) {
      Placement placement = placements.get(i);
      List<String> carriers = carriers(placement, request);
      if (carriers.size() > 1) {
        fields.note(
            new Verdict.Rejected(
                Reason.AMBIGUOUS_REQUEST,
                describe(placement) + " is there " + carriers.size() + " times"));
        return fields;
      }
      // A header with nothing in it carries nothing.
      if (!carriers.isEmpty() && !carriers.get(0).isEmpty()) {
        fields.read(placement, carriers.get(0), rules.proof());
      }
    }
    return fields;
  }

  private void read(Placement placement, String text, Proof proof) {
    if (!placement.value().read(text, this::found)) {
      note(malformed(placement, proof));
    }
  }

  private void found(String field, String value) {
    last = new Found(field, value, last);
  }

  private void note(Verdict.Rejected problem) {
    if (problems == null) {
      problems = new EnumMap<>(Layer.class);
    }
    problems.putIfAbsent(problem.reason().layer(), problem);
  }

  /**
   * @throws RejectedException if a carrier that this layer looks at is there twice, or is not of
   *     the scheme's form
   */
  void requireSound(Layer layer) {
    Verdict.Rejected problem = problems == null ? null : problems.get(layer);
    if (problem != null) {
      throw new RejectedException(problem.reason(), problem.detail());
    }
  }

  /** The field's text; one that is empty counts as missing. */
  public Optional<String> value(String field) {
    return Optional.ofNullable(text(field));
  }

  /** The same, or null. */
  @Nullable String text(String field) {
    Found found = last;
    while (found != null && !found.field().equals(field)) {
      found = found.before();
    }
    return found == null || found.value().isEmpty() ? null : found.value();
  }

  private static List<String> carriers(Placement placement, HttpRequest request) {
    if (placement instanceof Placement.InHeader header) {
      List<String> found = request.headers().values(header.name());
      for (int i = 0; found.isEmpty() && i < header.alternatives().size(); i++) {
        found = request.headers().values(header.alternatives().get(i));
      }
      return found;
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    List<String> found =
        query.last()
            ? TrailingParameter.value(query.name(), request.target())
                .map(List::of)
                .orElse(List.of())
            : Parameter.values(request.query().orElse(""), query.name());
    return query.read() == Placement.Escaping.PERCENT && found.size() == 1
        ? List.of(Percent.decode(found.get(0)))
        : found;
  }

  private static Verdict.Rejected malformed(Placement placement, Proof proof) {
    List<String> fields = placement.value().fields();
    boolean credential =
        proof instanceof Proof.Password || fields.stream().anyMatch(field -> !isReserved(field));
    Reason reason =
        credential
            ? Reason.MALFORMED_CREDENTIAL
            : fields.contains(SigningRules.TIMESTAMP)
                ? Reason.MALFORMED_TIMESTAMP
                : Reason.MALFORMED_SIGNATURE;
    return new Verdict.Rejected(
        reason, describe(placement) + " is not of the form " + placement.value());
  }

  private static boolean isReserved(String field) {
    return field.equals(SigningRules.SIGNATURE) || field.equals(SigningRules.TIMESTAMP);
  }

  private static String describe(Placement placement) {
    return placement instanceof Placement.InHeader header
        ? "the header " + header.name()
        : "the parameter " + ((Placement.InQuery) placement).name();
  }
}
