package io.countersign.suite;

import io.countersign.explain.Affects;
import io.countersign.explain.Deviation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Deviations by their kind, for who may try only a few: one of each kind first, and not ten ways to
 * write the time.
 */
final class MistakeKinds {
  /** By what they are called, where the step of signing and the part do not tell them apart. */
  private static final List<Pattern> FAMILIES =
      List.of(
          Pattern.compile("hmac-.*-used"),
          Pattern.compile("(hashed-)?final-.*"),
          Pattern.compile("(hashed-)?(joined-with|newlines|separator)-.*"),
          Pattern.compile("secret-.*-decoded"),
          Pattern.compile(".*-signed-too"),
          Pattern.compile(".*-sorted"),
          Pattern.compile("query-decoded|escapes-(not-)?decoded"));

  private MistakeKinds() {}

  /**
   * @param all the most common first
   * @return the same in each kind, and the kinds in the order of their first
   */
  static Collection<Deque<Deviation>> of(List<Deviation> all) {
    Map<String, Deque<Deviation>> kinds = new LinkedHashMap<>();
    all.forEach(one -> kinds.computeIfAbsent(kind(one), key -> new ArrayDeque<>()).add(one));
    return kinds.values();
  }

  private static String kind(Deviation one) {
    for (Pattern family : FAMILIES) {
      if (family.matcher(one.id()).matches()) {
        return family.pattern();
      }
    }
    if (one.affects() == Affects.TIMESTAMP) {
      // The clock is another thing than how its time is written.
      return one.id().startsWith("timestamp-") ? "form of the time" : "time";
    }
    boolean string = one.affects() == Affects.STRING_TO_SIGN;
    if (string && one.id().endsWith("-left-out")) {
      return one.id(); // each part for itself
    }
    return one.affects() + (string ? one.aspect().map(part -> " " + part).orElse("") : "");
  }
}
