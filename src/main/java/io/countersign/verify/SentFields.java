package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.SigningRules;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a request carries for its signature, found where the scheme places them. Reading
 * never fails; what is wrong with the carriers themselves is kept for the {@link Layer} that looks
 * at it.
 */
public final class SentFields {
  private final String[] names;
  private final @Nullable Octets[] values;
  private @Nullable Map<Layer, Verdict.Rejected> problems;

  /**
   * @param names of the fields in the order in which they are looked for; a name that is there
   *     twice has its last value
   */
  SentFields(String[] names) {
    this.names = names;
    this.values = new Octets[names.length];
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
    return Optional.ofNullable(octets(field)).map(Octets::text);
  }

  /** Its bytes, or null. */
  @Nullable Octets octets(String field) {
    for (int i = names.length - 1; i >= 0; i--) {
      Octets value = values[i];
      if (value != null && names[i].equals(field)) {
        return value.isEmpty() ? null : value;
      }
    }
    return null;
  }
}
