package io.countersign.scheme;

import io.countersign.message.Octets;
import java.util.Optional;

/**
 * A query parameter that stands at the very end of the request target, as a signature may:
 * everything behind the last {@code name=} is its value.
 *
 * @param name the parameter's name
 */
public record TrailingParameter(Octets name) {
  public static TrailingParameter named(String name) {
    return new TrailingParameter(Octets.of(name));
  }

  /** The target up to the last occurrence of the parameter; all of it where there is none. */
  public Octets front(Octets target) {
    int at = start(target);
    return at < 0 ? target : target.slice(0, at - 1);
  }

  /** Everything that follows the last {@code name=}, to the end of the target. */
  public Optional<Octets> value(Octets target) {
    Octets front = front(target);
    return front.length() == target.length() ? Optional.empty() : Optional.of(value(target, front));
  }

  /** The same of a target whose front is known; nothing where the parameter is not there. */
  public Octets value(Octets target, Octets front) {
    int name = front.length() + 1;
    return name > target.length()
        ? Octets.EMPTY
        : target.slice(name + this.name.length() + 1, target.length());
  }

  /** Where the last occurrence begins, behind its separator; negative where there is none. */
  private int start(Octets target) {
    int equals = target.last('=', target.length());
    while (equals >= 0 && !isBehind(target, equals - name.length())) {
      equals = target.last('=', equals);
    }
    return equals < 0 ? -1 : equals - name.length();
  }

  /** Whether the name stands there, and a separator before it. */
  private boolean isBehind(Octets target, int at) {
    return at > 0 && (target.at(at - 1) == '&' || target.at(at - 1) == '?') && target.has(name, at);
  }

  // By hand, as those of an aspect are, and for the same reason.
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof TrailingParameter parameter && name.equals(parameter.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name.text();
  }
}
