package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TrailingParameter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a request carries for its signature, found where the scheme places them. Reading
 * never fails; what is wrong with the carriers themselves is kept for the {@link Layer} that looks
 * at it.
 */
public final class SentFields {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<Layer, Verdict.Rejected> problems = new EnumMap<>(Layer.class);

  private SentFields() {}

  public static SentFields read(SigningRules rules, HttpRequest request) {
    SentFields fields = new SentFields();
    for (Placement placement : rules.sent()) {
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
    Optional<Map<String, String>> read = placement.value().read(text);
    read.ifPresent(values::putAll);
    if (read.isEmpty()) {
      note(malformed(placement, proof));
    }
  }

  private void note(Verdict.Rejected problem) {
    problems.putIfAbsent(problem.reason().layer(), problem);
  }

  /**
   * @throws RejectedException if a carrier that this layer looks at is there twice, or is not of
   *     the scheme's form
   */
  void requireSound(Layer layer) {
    Verdict.Rejected problem = problems.get(layer);
    if (problem != null) {
      throw new RejectedException(problem.reason(), problem.detail());
    }
  }

  /** The field's text; one that is empty counts as missing. */
  public Optional<String> value(String field) {
    return Optional.ofNullable(values.get(field)).filter(text -> !text.isEmpty());
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
    List<String> found = rawParameters(query, request);
    if (query.read() == Placement.Escaping.PERCENT) {
      found.replaceAll(Percent::decode);
    }
    return found;
  }

  private static List<String> rawParameters(Placement.InQuery query, HttpRequest request) {
    List<String> found = new ArrayList<>(1);
    if (query.last()) {
      TrailingParameter.value(query.name(), request.target()).ifPresent(found::add);
      return found;
    }
    String raw = request.query().orElse("");
    for (int from = 0; from < raw.length(); ) {
      int end = raw.indexOf('&', from);
      int to = end < 0 ? raw.length() : end;
      String name = query.name();
      if (raw.startsWith(name, from) && isWhole(raw, from + name.length(), to)) {
        found.add(raw.substring(Math.min(to, from + name.length() + 1), to));
      }
      from = to + 1;
    }
    return found;
  }

  /** Whether a parameter's name ends here, at its {@code =} or its end. */
  private static boolean isWhole(String raw, int at, int to) {
    return at == to || at < to && raw.charAt(at) == '=';
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
