package io.countersign.steps;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.Role;
import io.cucumber.core.gherkin.Pickle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Chooses the scenarios of a scheme that a run tries, for each role of the target. */
final class Scenarios {
  private final Profile profile;
  private final Set<Role> roles;
  private final boolean embedded;
  private final Selection selection;
  private final FeatureShelf shelf;

  Scenarios(
      Profile profile, Set<Role> roles, boolean embedded, Selection selection, FeatureShelf shelf) {
    this.profile = profile;
    this.roles = roles;
    this.embedded = embedded;
    this.selection = selection;
    this.shelf = shelf;
  }

  /**
   * @throws InputException if a feature is not Gherkin or lacks the tag of its scheme, or a
   *     scenario lacks its tags, a name of its own, or what can fail
   */
  List<RoleFeature> of(SchemeUnderTest subject) {
    List<RoleFeature> chosen = new ArrayList<>();
    for (Role role : roles) {
      ScenarioNames names = new ScenarioNames();
      for (RoleFeature whole : shelf.of(subject, profile, role)) {
        requireTagged(whole, "@" + subject.scheme().id());
        whole.getPickles().forEach(names::add);
        List<Pickle> wanted = new ArrayList<>(whole.getPickles());
        if (role == Role.VERIFIER) {
          wanted.addAll(ShownToVerifiers.of(whole.getPickles()));
        }
        wanted.removeIf(pickle -> !isWanted(pickle, subject, role));
        if (!wanted.isEmpty()) {
          chosen.add(whole.with(wanted));
        }
      }
    }
    return chosen;
  }

  /** By that tag a run chooses among the schemes. */
  private static void requireTagged(RoleFeature feature, String tag) {
    if (!feature.getPickles().stream().allMatch(pickle -> pickle.getTags().contains(tag))) {
      throw InputException.of(
          Source.path(feature.getUri())
              + ":"
              + feature.getLocation().getLine()
              + ": the feature is not tagged with its scheme",
          "write " + tag + " above it");
    }
  }

  private boolean isWanted(Pickle pickle, SchemeUnderTest subject, Role role) {
    List<String> tags = pickle.getTags();
    String requirement = RequirementTag.of(pickle, subject);
    if (!Source.isDerived(pickle.getUri())) {
      ExpectationCheck.require(pickle);
    }
    boolean isOfProfile = isOfProfile(pickle);
    return playsRole(pickle, role)
        && (embedded || !tags.contains("@erratum"))
        && isOfProfile
        && selection.includes(requirement, tags);
  }

  private boolean isOfProfile(Pickle pickle) {
    List<String> tags = pickle.getTags();
    if (tags.contains("@documented") && tags.contains("@deployed")) {
      throw InputException.of(
          RequirementTag.where(pickle)
              + ": the scenario is tagged with @documented and with @deployed, and runs under"
              + " neither",
          "leave out both, and it runs under either");
    }
    return profile == Profile.DOCUMENTED
        ? !tags.contains("@deployed")
        : !tags.contains("@documented");
  }

  private static boolean playsRole(Pickle pickle, Role role) {
    List<String> tags = pickle.getTags();
    if (tags.contains("@endpoint")) {
      return role == Role.ENDPOINT;
    }
    if (tags.contains("@signer") == tags.contains("@verifier")) {
      throw InputException.of(
          RequirementTag.where(pickle) + ": the scenario says not who is under test",
          "tag it with @signer or with @verifier");
    }
    return tags.contains("@signer")
        ? role == Role.SIGNER || role == Role.CLIENT
        // A demonstration about documents has no wire to go over.
        : role == Role.VERIFIER || role == Role.ENDPOINT && !tags.contains("@erratum");
  }
}
