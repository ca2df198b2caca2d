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
  private final Map<Script, List<FeatureText>> texts = new ConcurrentHashMap<>();
  private final Map<Part, List<Feature>> parsed = new ConcurrentHashMap<>();
  private final Set<String> understood = ConcurrentHashMap.newKeySet();

  /** What is the same in every role. */
  private record Script(SchemeUnderTest subject, Profile profile) {}

  private record Part(Script script, Role role) {}

  /** All features of a scheme as they run in that role. */
  List<Feature> of(SchemeUnderTest subject, Profile profile, Role role) {
    return parsed.computeIfAbsent(new Part(new Script(subject, profile), role), this::parse);
  }

  /** Their sentences that are known to be understood. */
  Set<String> understood() {
    return understood;
  }

  private List<Feature> parse(Part part) {
    Source source = new Source(part.script().subject().scheme().id(), part.role());
    return texts(part.script()).stream().map(text -> text.parse(source)).toList();
  }

  private List<FeatureText> texts(Script script) {
    return texts.computeIfAbsent(script, asked -> FeatureText.of(asked.subject(), asked.profile()));
  }
}
