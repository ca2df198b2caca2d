package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.SignedTarget;
import io.countersign.scheme.SigningRules;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a request carries for its signature, found where the scheme places them. Reading
 * never fails; what is wrong with the carriers themselves is kept for the {@link Layer} that looks
 * at it.
 */
public final class SentFields {
  private final FieldIndex index;
  private final @Nullable Octets[] values;
  private @Nullable Map<Layer, Verdict.Rejected> problems;
  private Optional<SignedTarget> target = Optional.empty();

  /**
   * @param index of all fields that are looked for
   */
  SentFields(FieldIndex index) {
    this(index, new Octets[index.size()]);
  }

  /**
   * @param values of fields that are known already, at their indices
   */
  SentFields(FieldIndex index, @Nullable Octets[] values) {
    this.index = index;
    this.values = values;
  }

  public static SentFields read(SigningRules rules, HttpRequest request) {
    return new FieldReader(rules).read(request);
  }

  /** Takes the value of each field that is found, at its index. */
  @Nullable Octets[] values() {
    return values;
  }

  void noteTarget(Optional<SignedTarget> known) {
    target = known;
  }

  /** What is signed of the target, where that was found on the way. */
  Optional<SignedTarget> target() {
    return target;
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
    int at = index.of(field);
    return has(at) ? Optional.of(text(at)) : Optional.empty();
  }

  /**
   * Whether a field is there, and not empty.
   *
   * @param at its index; negative for a field that no placement has
   */
  boolean has(int at) {
    Octets value = at < 0 ? null : values[at];
    return value != null && !value.isEmpty();
  }

  /** The bytes of a field that is there, as they were sent. */
  Octets raw(int at) {
    return Objects.requireNonNull(values[at]);
  }

  /** The text of a field that is there. */
  String text(int at) {
    Octets raw = raw(at);
    return (index.isEncoded(at) ? Percent.decode(raw) : raw).text();
  }

  /**
   * Whether a field that is there has that value, in a time that tells nothing of the value but its
   * length.
   */
  boolean isInConstantTime(int at, Octets value) {
    Octets raw = raw(at);
    return index.isEncoded(at)
        ? raw.standsForInConstantTime(value)
        : raw.equalsInConstantTime(value);
  }
}
