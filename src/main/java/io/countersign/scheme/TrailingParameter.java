package io.countersign.scheme;

import java.util.Optional;

/** A query parameter that stands at the very end of the request target, as a signature may. */
public final class TrailingParameter {
  private TrailingParameter() {}

  /** The target up to the last occurrence of the parameter; all of it where there is none. */
  public static String before(String name, String target) {
    int at = start(name, target);
    return at < 0 ? target : target.substring(0, at);
  }

  /** Everything that follows the last {@code name=}, to the end of the target. */
  public static Optional<String> value(String name, String target) {
    int at = start(name, target);
    return at < 0 ? Optional.empty() : Optional.of(target.substring(at + name.length() + 2));
  }

  private static int start(String name, String target) {
    int last = -1;
    for (int at = target.indexOf(name); at >= 0; at = target.indexOf(name, at + 1)) {
      int end = at + name.length();
      if (end < target.length() && target.charAt(end) == '=' && isBehindSeparator(at, target)) {
        last = at - 1;
      }
    }
    return last;
  }

  private static boolean isBehindSeparator(int at, String target) {
    return at > 0 && (target.charAt(at - 1) == '&' || target.charAt(at - 1) == '?');
  }
}
