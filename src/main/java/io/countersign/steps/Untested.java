package io.countersign.steps;

import io.countersign.suite.Requirement;
import io.countersign.suite.SchemeUnderTest;
import java.util.List;
import java.util.Set;

/**
 * Requirements that no scenario of their scheme names, written or derived, under any profile: they
 * are listed, and no target is ever held to them.
 */
public final class Untested {
  private Untested() {}

  /** Their ids, in the order in which they are listed. */
  public static List<String> of(SchemeUnderTest subject) {
    Set<String> named = RequirementIds.named(subject);
    return subject.requirements().all().stream()
        .filter(Requirement::isTested)
        .map(Requirement::id)
        .filter(id -> !named.contains(id))
        .toList();
  }
}
