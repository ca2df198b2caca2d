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
import java.util.Optional;

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

  static Control control(String id, String url) {
    SchemeUnderTest subject = subject(id);
    return Control.sign(
        subject.scheme().rules(Profile.DOCUMENTED),
        subject.credentials(),
        HttpRequest.get(url),
        NOW);
  }

  static CaseResult result(String requirement, Outcome outcome) {
    return new CaseResult(
        requirement.substring(0, requirement.indexOf('/')),
        requirement,
        "A case of " + requirement,
        Role.VERIFIER,
        outcome,
        outcome == Outcome.PASSED ? "" : "something came",
        Optional.empty(),
        List.of(),
        List.of(),
        NOW,
        Duration.ofMillis(5),
        Optional.empty());
  }
}
