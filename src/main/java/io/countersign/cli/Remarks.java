package io.countersign.cli;

import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.suite.ExpectedDeviations;
import io.countersign.suite.SchemeUnderTest;
import java.util.ArrayList;
import java.util.List;

/** What a person asked for that has no effect on the schemes of a run. */
final class Remarks {
  private Remarks() {}

  /** In sentences; empty where all of it has. */
  static List<String> on(
      List<SchemeUnderTest> subjects, Profile profile, ExpectedDeviations expected) {
    List<String> remarks = new ArrayList<>();
    List<String> documented =
        subjects.stream()
            .map(SchemeUnderTest::scheme)
            .filter(scheme -> profile == Profile.DEPLOYED && !scheme.hasDeployedProfile())
            .map(Scheme::id)
            .toList();
    if (!documented.isEmpty()) {
      remarks.add(
          String.join(", ", documented)
              + (documented.size() == 1 ? " has" : " have")
              + " no deployed profile: the documented one is taken");
    }
    for (SchemeUnderTest subject : subjects) {
      expected.ids().stream()
          .filter(id -> id.startsWith(subject.scheme().id() + "/"))
          .filter(id -> subject.isRecorded(id, profile))
          .forEach(
              id ->
                  remarks.add(
                      "--expected names "
                          + id
                          + ", which is recorded and cannot fail: leave it out"));
    }
    return remarks;
  }
}
