package io.countersign.steps;

import io.countersign.document.InputException;
import io.countersign.document.Suggestion;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import io.cucumber.core.gherkin.Pickle;
import java.util.Collection;
import java.util.List;

/** The tag by which a scenario names the requirement that it tests. */
final class RequirementTag {
  private RequirementTag() {}

  /**
   * @throws InputException if there is none, or more than one, or the scheme lists requirements and
   *     this is none of them: a misspelt one would be tested, and the right one not
   */
  static String of(Pickle pickle, SchemeUnderTest subject) {
    List<String> ids = ids(pickle.getTags(), Source.of(pickle.getUri()));
    if (ids.size() != 1) {
      throw InputException.of(
          where(pickle) + ": the scenario names " + ids.size() + " requirements",
          "tag it with exactly one, as in @" + subject.scheme().id() + "/signature-form");
    }
    String id = ids.get(0);
    Requirements listed = subject.requirements();
    if (!listed.all().isEmpty()
        && listed.find(id).isEmpty()
        && !Source.isDerived(pickle.getUri())) {
      throw InputException.of(
          where(pickle) + ": the scenario is of no requirement: " + id, advice(id, listed.all()));
    }
    return id;
  }

  private static String advice(String id, Collection<Requirement> listed) {
    String meant = Suggestion.of(id, listed.stream().map(Requirement::id).toArray(String[]::new));
    return meant.startsWith("one of ") ? "add it to requirements.yaml" : meant;
  }

  /** The one among the tags of a scenario that was found to have one. */
  static String among(List<String> tags, Source source) {
    return ids(tags, source).get(0);
  }

  static List<String> ids(List<String> tags, Source source) {
    return tags.stream()
        .filter(tag -> tag.startsWith("@" + source.scheme() + "/"))
        .map(tag -> tag.substring(1))
        .distinct()
        .toList();
  }

  static String where(Pickle pickle) {
    return Source.path(pickle.getUri()) + ":" + pickle.getLocation().getLine();
  }
}
