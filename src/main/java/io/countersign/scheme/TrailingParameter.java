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
    int at = start(target);
    return at < 0
        ? Optional.empty()
        : Optional.of(target.slice(at + name.length() + 1, target.length()));
  }

  /** Where the last occurrence begins, behind its separator; negative where there is none. */
  private int start(Octets target) {
    for (int at = target.length() - name.length() - 1; at > 0; at--) {
      if (target.at(at + name.length()) == '='
          && (target.at(at - 1) == '&' || target.at(at - 1) == '?')
          && target.has(name, at)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return name.text();
  }
}
