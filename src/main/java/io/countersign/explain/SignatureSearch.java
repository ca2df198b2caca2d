package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The search for the string to sign, key, MAC and encoding that give one signature. It goes up
 * level by level; a level is the number of deviations that a string to sign takes, and a lane adds
 * its own to that.
 */
final class SignatureSearch {
  /** Strings of more deviations are made again where they are needed, and not kept. */
  private static final int MOST_KEPT = 2;

  /**
   * A deviation that makes no difference may prepare one for another; but where that would have to
   * happen with more than so many to come, it is taken for one that does not apply.
   */
  private static final int MOST_IN_VAIN = 2;

  private final List<Root> roots;
  private final List<List<Step>> strings;

  /** How many of the steps are taken with any others; those behind, alone or with one other. */
  private final int combined;

  private final Map<Integer, List<Lane>> lanes;
  private final SearchBudget allowance;
  private final LongSet seen = new LongSet();
  private final Map<Integer, List<Draft>> levels = new HashMap<>();
  private final Map<Integer, List<Draft>> lone = new HashMap<>();
  private final OctetBuffer buffer = new OctetBuffer();
  private final List<Hit> hits = new ArrayList<>();

  private record Hit(Draft draft, Lane lane, int level) {}

  SignatureSearch(
      List<Root> roots,
      SignerCatalogue catalogue,
      Map<Integer, List<Lane>> lanes,
      SearchBudget allowance) {
    this.roots = roots;
    List<Variation<Rewrite>> all = new ArrayList<>(catalogue.strings());
    all.addAll(catalogue.separators());
    this.strings = steps(all);
    this.combined = catalogue.strings().size();
    this.lanes = lanes;
    this.allowance = allowance;
  }

  /** Only what is done part by part is remembered for each part, and has a place there. */
  private static List<List<Step>> steps(List<Variation<Rewrite>> strings) {
    int count =
        (int)
            strings.stream()
                .flatMap(one -> one.forms().stream())
                .filter(form -> form instanceof EachPart)
                .count();
    List<List<Step>> all = new ArrayList<>();
    int index = 0;
    for (Variation<Rewrite> variation : strings) {
      List<Step> forms = new ArrayList<>();
      for (Rewrite form : variation.forms()) {
        forms.add(new Step(variation.about(), form, index, count));
        index += form instanceof EachPart ? 1 : 0;
      }
      all.add(forms);
    }
    return all;
  }

  /**
   * Tries every hypothesis of so many deviations; all smaller ones were tried before.
   *
   * @param origins is told by which reading each was found
   */
  List<Explanation> explain(int deviations, Map<Explanation, Root> origins) {
    hits.clear();
    if (search(deviations, false, levels) && deviations < Lanes.MOST) {
      search(deviations, true, lone);
    }
    return explanations(origins);
  }

  /** Whether there was time for all. */
  private boolean search(int deviations, boolean isLone, Map<Integer, List<Draft>> from) {
    List<Lane> straight = lanes.getOrDefault(0, List.of());
    List<Draft> kept = new ArrayList<>();
    boolean isDone = drafts(deviations, isLone, draft -> visit(draft, deviations, straight, kept));
    from.put(deviations, kept);
    for (int level = deviations - 1; isDone && level >= 0; level--) {
      for (Lane lane : lanes.getOrDefault(deviations - level, List.of())) {
        for (Draft draft : from.getOrDefault(level, List.of())) {
          if (!attempt(draft, lane, level)) {
            return false;
          }
        }
      }
    }
    return isDone;
  }

  private boolean visit(Draft draft, int level, List<Lane> straight, List<Draft> kept) {
    if (!seen.add(draft.fingerprint())) {
      return allowance.next();
    }
    draft.compose(buffer);
    if (level <= MOST_KEPT) {
      draft.keep(buffer);
      kept.add(draft);
    }
    for (Lane lane : straight) {
      if (!allowance.next()) {
        return false;
      }
      test(draft, lane, level);
    }
    return true;
  }

  private boolean attempt(Draft draft, Lane lane, int level) {
    if (!allowance.next()) {
      return false;
    }
    draft.compose(buffer);
    test(draft, lane, level);
    return true;
  }

  private void test(Draft draft, Lane lane, int level) {
    allowance.computed();
    if (lane.reproduces(buffer)) {
      hits.add(new Hit(draft, lane, level));
    }
  }

  /**
   * Every way to so many deviations of the reading and the string; ends when refused.
   *
   * @param isLone with one of those steps that are taken alone or with one other; else without
   */
  private boolean drafts(int level, boolean isLone, Predicate<Draft> visitor) {
    for (Root root : roots) {
      int more = level - root.least();
      if (more == 0 || more > 0 && !root.isFinal()) {
        for (Draft draft : root.drafts()) {
          if (isLone && more == 0) {
            break;
          }
          if (!descend(draft, 0, more, isLone, visitor)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean descend(
      Draft draft, int from, int more, boolean isLone, Predicate<Draft> visitor) {
    if (more == 0) {
      return visitor.test(draft);
    }
    int first = isLone && more == 1 ? Math.max(from, combined) : from;
    int end = isLone ? strings.size() : combined;
    for (int i = first; i <= end - more; i++) {
      for (Step step : strings.get(i)) {
        Draft changed = draft.after(step);
        if (changed != null
            && !(more > MOST_IN_VAIN && changed.isAsBefore())
            && !descend(changed, i + 1, more - 1, isLone, visitor)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What was found, and every other way to the same strings by as many deviations. */
  private List<Explanation> explanations(Map<Explanation, Root> origins) {
    Set<Explanation> all = new HashSet<>();
    for (Hit hit : hits) {
      Octets string = string(hit.draft());
      long print = hit.draft().fingerprint();
      Predicate<Draft> gather =
          draft -> {
            if (draft.fingerprint() == print && string(draft).equals(string)) {
              for (Explanation one : explained(draft, hit.lane(), string)) {
                all.add(one);
                origins.putIfAbsent(one, draft.root());
              }
            }
            return true;
          };
      drafts(hit.level(), false, gather);
      if (hit.level() < Lanes.MOST) {
        drafts(hit.level(), true, gather);
      }
    }
    return new ArrayList<>(all);
  }

  private static List<Explanation> explained(Draft draft, Lane lane, Octets string) {
    List<Deviation> deviations = new ArrayList<>(draft.deviations());
    deviations.addAll(lane.deviations());
    return draft.root().with(deviations).stream()
        .filter(all -> !all.isEmpty())
        .map(all -> new Explanation(all, Optional.of(string), draft.hashed()))
        .toList();
  }

  private Octets string(Draft draft) {
    draft.compose(buffer);
    return buffer.toOctets();
  }
}
