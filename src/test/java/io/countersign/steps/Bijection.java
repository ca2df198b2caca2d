package io.countersign.steps;

import io.countersign.document.InputException;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.suite.Disposition;
import io.countersign.suite.Level;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.Role;
import io.cucumber.core.gherkin.Pickle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the requirements of a scheme and its scenarios, written and derived, against each other:
 * each has its counterpart, and none is there twice.
 */
final class Bijection {
  private static final String ERRATUM = "@erratum";
  private static final String DERIVED = "@derived";
  private static final Set<String> MUSTS =
      Set.of("valid-request", "credential-required", "unknown-key", "timestamp-window");

  private final SchemeUnderTest subject;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> tested = new HashSet<>();
  private final Set<String> demonstrated = new HashSet<>();

  private Bijection(SchemeUnderTest subject) {
    this.subject = subject;
  }

  /** What is wrong with a scheme in a folder of schemes; nothing where all is well. */
  static List<String> problems(Path folder, String id) {
    try {
      Scheme scheme = Schemes.in(List.of(folder)).scheme(id);
      Bijection bijection =
          new Bijection(
              new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme)));
      for (Profile profile : Profile.values()) {
        bijection.scenarios(profile);
      }
      bijection.subject.requirements().all().forEach(bijection::requirement);
      return List.copyOf(new HashSet<>(bijection.problems));
    } catch (InputException e) {
      return List.of(e.getMessage());
    }
  }

  private void scenarios(Profile profile) {
    for (FeatureText text : FeatureText.of(subject, profile)) {
      Source source = new Source(subject.scheme().id(), Role.VERIFIER);
      for (Pickle pickle : RoleFeature.of(text.parse(), source).getPickles()) {
        scenario(pickle);
      }
    }
    // Says so itself where a scenario does not tell who is under test, or has another's name.
    new Scenarios(profile, EnumSet.allOf(Role.class), true, Selection.ALL, new FeatureShelf())
        .of(subject);
  }

  private void scenario(Pickle pickle) {
    String id = RequirementTag.of(pickle, subject);
    List<String> tags = pickle.getTags();
    tested.add(id);
    if (tags.contains(ERRATUM)) {
      demonstrated.add(id);
    }
    if (pickle.getSteps().stream().noneMatch(step -> step.getKeyword().strip().equals("Then"))) {
      problems.add("the scenario '" + pickle.getName() + "' expects nothing");
    }
    subject
        .requirements()
        .find(id)
        .ifPresentOrElse(
            requirement -> pair(requirement, pickle),
            () ->
                problems.add(
                    "the scenario '" + pickle.getName() + "' is of no requirement: " + id));
  }

  private void pair(Requirement requirement, Pickle pickle) {
    boolean erratum = requirement.disposition() == Disposition.ERRATUM;
    if (erratum != pickle.getTags().contains(ERRATUM)) {
      problems.add("'" + pickle.getName() + "' and its requirement disagree on the erratum");
    }
    if (pickle.getTags().contains(DERIVED)) {
      level(requirement);
    }
  }

  /** What a signature is for must not be weakened to something that is only recorded. */
  private void level(Requirement requirement) {
    String word = requirement.id().substring(requirement.id().indexOf('/') + 1);
    boolean mayFail =
        MUSTS.contains(word) || word.startsWith("covers-") || word.startsWith("signature-");
    if (mayFail && requirement.level() != Level.MUST) {
      problems.add(requirement.id() + " can fail and is not a must");
    }
    if (word.startsWith("leaves-") && requirement.level() == Level.MUST) {
      problems.add(requirement.id() + " is a gap and no must");
    }
  }

  private void requirement(Requirement requirement) {
    boolean untestable = requirement.disposition() == Disposition.UNTESTABLE;
    if (untestable == tested.contains(requirement.id())) {
      problems.add(
          requirement.id()
              + (untestable ? " is untestable and has a scenario" : " has no scenario"));
    }
    if (requirement.disposition() == Disposition.ERRATUM
        && !demonstrated.contains(requirement.id())) {
      problems.add(requirement.id() + " is not demonstrated");
    }
  }
}
