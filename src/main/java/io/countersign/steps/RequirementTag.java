package io.countersign.steps;

import io.countersign.document.InputException;
import io.countersign.suite.SchemeUnderTest;
import io.cucumber.core.gherkin.Pickle;
import java.util.List;

/** The tag by which a scenario names the requirement that it tests. */
final class RequirementTag {
  private RequirementTag() {}

  /**
   * @throws InputException if there is none, or more than one
   */
  static String of(Pickle pickle, SchemeUnderTest subject) {
    List<String> ids = ids(pickle.getTags(), subject.scheme().id());
    if (ids.size() != 1) {
      throw InputException.of(
          where(pickle) + ": the scenario names " + ids.size() + " requirements",
          "tag it with exactly one, as in @" + subject.scheme().id() + "/signature-form");
    }
    return ids.get(0);
  }

  static List<String> ids(List<String> tags, String scheme) {
    return tags.stream()
        .filter(tag -> tag.startsWith("@" + scheme + "/"))
        .map(tag -> tag.substring(1))
        .distinct()
        .toList();
  }

  static String where(Pickle pickle) {
    return Source.path(pickle.getUri()) + ":" + pickle.getLocation().getLine();
  }
}
