package io.countersign.steps;

import io.countersign.scheme.Profile;
import io.countersign.suite.Requirement;
import io.countersign.suite.SchemeUnderTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Requirements that no scenario of their scheme names, written or derived, under any profile: they
 * are listed, and no target is ever held to them.
 */
public final class Untested {
  private static final Pattern TAG = Pattern.compile("@(\\S+)");

  private Untested() {}

  /** Their ids, in the order in which they are listed. */
  public static List<String> of(SchemeUnderTest subject) {
    Set<String> named = new HashSet<>();
    for (Profile profile : Profile.values()) {
      for (FeatureText feature : FeatureText.of(subject, profile)) {
        TAG.matcher(feature.text()).results().forEach(tag -> named.add(tag.group(1)));
      }
    }
    return subject.requirements().all().stream()
        .filter(Requirement::isTested)
        .map(Requirement::id)
        .filter(id -> !named.contains(id))
        .toList();
  }
}
