package io.countersign.steps;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Role;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ids by which a person can choose among the requirements of a scheme. */
public final class RequirementIds {
  private RequirementIds() {}

  /**
   * Those that the scheme lists; where it lists none, those that its scenarios name.
   *
   * @throws io.countersign.document.InputException if a file of the scheme is wrong
   */
  public static Set<String> of(Scheme scheme) {
    Requirements requirements = Requirements.of(scheme);
    if (requirements.all().isEmpty()) {
      return named(new SchemeUnderTest(scheme, requirements, Credentials.examples(scheme)));
    }
    return requirements.all().stream()
        .map(Requirement::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that scenarios name, written or derived, under any profile. */
  static Set<String> named(SchemeUnderTest subject) {
    // The same scenarios are in the features of every role.
    Source source = new Source(subject.scheme().id(), Role.VERIFIER);
    Set<String> ids = new TreeSet<>();
    for (Profile profile : Profile.values()) {
      FeatureText.of(subject, profile).stream()
          .flatMap(text -> text.parse().getPickles().stream())
          .forEach(pickle -> ids.addAll(RequirementTag.ids(pickle.getTags(), source)));
    }
    return ids;
  }
}
