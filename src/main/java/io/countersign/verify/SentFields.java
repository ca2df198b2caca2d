package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.SigningRules;
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
  private final List<String> names;
  private final @Nullable Octets[] values;
  private @Nullable Map<Layer, Verdict.Rejected> problems;

  /**
   * @param names of all fields that are looked for
   */
  SentFields(List<String> names) {
    this.names = names;
    this.values = new Octets[names.size()];
  }

  public static SentFields read(SigningRules rules, HttpRequest request) {
    return new FieldReader(rules).read(request);
  }

  /** Takes the value of each field that is found, at the index of its name. */
  @Nullable Octets[] values() {
    return values;
  }

  void note(Verdict.Rejected problem) {
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
    return Optional.ofNullable(octets(names.indexOf(field))).map(Octets::text);
  }

  /**
   * The bytes of a field, or null where it is missing.
   *
   * @param index of its name; negative for a field that no placement has
   */
  @Nullable Octets octets(int index) {
    Octets value = index < 0 ? null : values[index];
    return value == null || value.isEmpty() ? null : value;
  }
}
