package io.countersign.selftest;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The self-test over a folder of schemes. */
final class Trials {
  private Trials() {}

  /**
   * @param only the candidates of these ids; none for all
   */
  static SelfTestResult of(Path features, Profile profile, Set<String> only) {
    Schemes schemes = Schemes.in(List.of(features));
    List<SchemeUnderTest> subjects = new ArrayList<>();
    for (String id : schemes.ids()) {
      Scheme scheme = schemes.scheme(id);
      if (profile == Profile.DOCUMENTED || scheme.hasDeployedProfile()) {
        subjects.add(
            new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme)));
      }
    }
    SelfTest test = new SelfTest(subjects, profile, SelfTest.CLOCK, SelfTest.SEED);
    return test.run(candidate -> only.isEmpty() || only.contains(candidate.id()), trial -> {});
  }
}
