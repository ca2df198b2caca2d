package io.countersign.suite;

import io.countersign.scheme.Profile;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A target that is a server and nothing else; whatever answers for it. */
record ServerTarget(VerifierUnderTest server, Optional<String> url) implements Target {
  /** One that requests really go to, and not where their URLs say. */
  static ServerTarget placed(VerifierUnderTest server) {
    return new ServerTarget(server, Optional.of("http://127.0.0.1:8080"));
  }

  /** One that is asked about requests to whatever URL they have. */
  static ServerTarget anywhere(VerifierUnderTest server) {
    return new ServerTarget(server, Optional.empty());
  }

  /** What answers so, one after the other. */
  static VerifierUnderTest answering(Judged... answers) {
    Deque<Judged> left = new ArrayDeque<>(List.of(answers));
    return call -> left.remove();
  }

  /** A run against it. */
  RunContext run() {
    return RunContext.of(this, Profile.DOCUMENTED, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), 1);
  }

  @Override
  public TargetInfo info() {
    return new TargetInfo(TargetInfo.Kind.ENDPOINT, "server");
  }

  @Override
  public Optional<VerifierUnderTest> endpoint() {
    return Optional.of(server);
  }

  @Override
  public Optional<String> baseUrl(Role role) {
    return url;
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
