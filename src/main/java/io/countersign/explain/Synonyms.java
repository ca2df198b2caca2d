package io.countersign.explain;

import io.countersign.message.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deviations that say the same of a request, one of them less exactly. */
final class Synonyms {
  /** Whichever of the two changed it: what was signed is known, and only one of them says it. */
  private static final Map<String, Set<String>> MORE_EXACT =
      Map.of(
          "method-changed-on-the-way",
          Set.of("method-always-get", "method-always-post"),
          "host-rewritten-on-the-way",
          Set.of(SignedHostDeviations.OTHER_ENVIRONMENT));

  private Synonyms() {}

  /** Without what another one says more exactly. */
  static List<Explanation> once(List<Explanation> found) {
    return found.stream()
        .filter(one -> found.stream().noneMatch(other -> isMoreExact(other, one)))
        .toList();
  }

  /**
   * Without those of another profile, where something else explains it and the string to sign is
   * right: then the other profile takes what was done besides, but it is not what was done.
   *
   * @param expected the string to sign that is right
   */
  static List<Explanation> ofThisProfile(List<Explanation> found, Optional<Octets> expected) {
    List<Explanation> others =
        found.stream()
            .filter(one -> !(isOfOtherProfile(one) && one.stringToSign().equals(expected)))
            .toList();
    return others.isEmpty() ? found : others;
  }

  private static boolean isOfOtherProfile(Explanation one) {
    return one.has(deviation -> deviation.affects() == Affects.PROFILE);
  }

  private static boolean isMoreExact(Explanation other, Explanation one) {
    if (!other.stringToSign().equals(one.stringToSign())) {
      return false;
    }
    List<Deviation> exact = new ArrayList<>(other.deviations());
    List<Deviation> vague = new ArrayList<>(one.deviations());
    exact.removeAll(one.deviations());
    vague.removeAll(other.deviations());
    return exact.size() == 1
        && vague.size() == 1
        && MORE_EXACT.getOrDefault(vague.get(0).id(), Set.of()).contains(exact.get(0).id());
  }
}
