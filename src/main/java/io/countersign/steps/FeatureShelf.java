package io.countersign.steps;

import io.countersign.scheme.Profile;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Role;
import io.cucumber.core.gherkin.Feature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parsed features of schemes. They do not change while they run, so that many runs, one after
 * the other or at once, can share them and read each file once.
 */
public final class FeatureShelf {
  private final Map<Key, List<Feature>> parsed = new ConcurrentHashMap<>();

  private final Set<String> understood = ConcurrentHashMap.newKeySet();

  private record Key(SchemeUnderTest subject, Profile profile, Role role) {}

  /** All features of a scheme as they run in that role. */
  List<Feature> of(SchemeUnderTest subject, Profile profile, Role role) {
    return parsed.computeIfAbsent(new Key(subject, profile, role), FeatureShelf::parse);
  }

  /** Their sentences that are known to be understood. */
  Set<String> understood() {
    return understood;
  }

  private static List<Feature> parse(Key key) {
    Source source = new Source(key.subject().scheme().id(), key.role());
    return FeatureText.of(key.subject(), key.profile()).stream()
        .map(text -> text.parse(source))
        .toList();
  }
}
