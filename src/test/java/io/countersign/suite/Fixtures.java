package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import io.countersign.target.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Built-in schemes, signed requests, and results of cases that nobody ran. */
final class Fixtures {
  static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  private Fixtures() {}

  static SchemeUnderTest subject(String id) {
    return subject(TestSchemes.features(), id);
  }

  static SchemeUnderTest subject(Path folder, String id) {
    Scheme scheme = Schemes.in(List.of(folder)).scheme(id);
    return new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme));
  }

  /** The scenarios that are derived from a built-in scheme. */
  static String derived(String id) {
    return derived(TestSchemes.features(), id);
  }

  static String derived(Path folder, String id) {
    return DerivedFeature.of(subject(folder, id), Profile.DOCUMENTED);
  }

  static Control control(String id, String url) {
    SchemeUnderTest subject = subject(id);
    return Control.sign(
        subject.scheme().rules(Profile.DOCUMENTED),
        subject.credentials(),
        HttpRequest.get(url),
        NOW);
  }

  static CaseResult result(String requirement, Outcome outcome) {
    return result(
        requirement, Ending.of(outcome, outcome == Outcome.PASSED ? "" : "something came"));
  }

  static CaseResult result(String requirement, Ending ending) {
    return result(Role.VERIFIER, requirement, ending, Course.untried(NOW));
  }

  /** One that took a step, which said this. */
  static CaseResult result(Role role, String requirement, Ending ending, String step) {
    return result(role, requirement, ending, course(step, ending.outcome(), NOW));
  }

  static CaseResult result(Role role, String requirement, Ending ending, Course course) {
    String scheme = requirement.substring(0, requirement.indexOf('/'));
    CaseId id = new CaseId(scheme, requirement, "A case of " + requirement, role);
    return new CaseResult(id, ending, course);
  }

  static Course course(String step, Outcome outcome, Instant started) {
    return new Course(
        List.of(new Course.StepResult(step, outcome, started, Duration.ZERO)),
        List.of(),
        List.of(),
        started,
        Duration.ZERO);
  }
}
