package io.countersign.steps;

import io.countersign.scheme.Profile;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Role;
import io.cucumber.core.gherkin.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parsed features of schemes. They do not change while they run, so that many runs, one after
 * the other or at once, can share them and read each file once.
 */
public final class FeatureShelf {
  private final Map<Script, List<Feature>> parsed = new ConcurrentHashMap<>();
  private final Set<String> understood = ConcurrentHashMap.newKeySet();

  /** What is the same in every role. */
  private record Script(SchemeUnderTest subject, Profile profile) {}

  /** All features of a scheme as they run in that role. */
  List<RoleFeature> of(SchemeUnderTest subject, Profile profile, Role role) {
    Source source = new Source(subject.scheme().id(), role);
    List<RoleFeature> features = new ArrayList<>();
    for (Feature feature :
        parsed.computeIfAbsent(new Script(subject, profile), FeatureShelf::parse)) {
      features.add(RoleFeature.of(feature, source));
    }
    return features;
  }

  /** Their sentences that are known to be understood. */
  Set<String> understood() {
    return understood;
  }

  private static List<Feature> parse(Script script) {
    return FeatureText.of(script.subject(), script.profile()).stream()
        .map(FeatureText::parse)
        .toList();
  }
}
