package io.countersign.selftest;

import io.countersign.target.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the deviations of one scheme in one role.
 *
 * @param scheme the scheme's id
 * @param role in which part
 * @param ends how many trials ended so
 */
public record PowerTally(String scheme, Role role, Map<Trial.End, Integer> ends) {
  public PowerTally {
    ends = Map.copyOf(ends);
  }

  /** By scheme and role, in the order of the trials; variants that are right do not count. */
  public static List<PowerTally> of(Collection<Trial> trials) {
    Map<List<Object>, Map<Trial.End, Integer>> counts = new LinkedHashMap<>();
    for (Trial trial : trials) {
      if (!trial.isRight()) {
        counts
            .computeIfAbsent(
                List.of(trial.scheme(), trial.role()), key -> new EnumMap<>(Trial.End.class))
            .merge(trial.end(), 1, Integer::sum);
      }
    }
    List<PowerTally> tallies = new ArrayList<>();
    counts.forEach(
        (key, ends) -> tallies.add(new PowerTally((String) key.get(0), (Role) key.get(1), ends)));
    return tallies;
  }

  public int count(Trial.End end) {
    return ends.getOrDefault(end, 0);
  }

  /** How many deviations were tried. */
  public int all() {
    return ends.values().stream().mapToInt(Integer::intValue).sum();
  }
}
