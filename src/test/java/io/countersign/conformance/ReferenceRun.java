package io.countersign.conformance;

import io.countersign.scheme.Profile;
import io.countersign.suite.RunResult;
import io.countersign.target.EmbeddedTarget;

/** The whole suite over the reference target, run once for all tests that look at it. */
enum ReferenceRun {
  DOCUMENTED(Profile.DOCUMENTED),
  DEPLOYED(Profile.DEPLOYED);

  private final RunResult result;

  ReferenceRun(Profile profile) {
    this.result = Runs.of(EmbeddedTarget.reference(), profile, Runs.ALL);
  }

  RunResult result() {
    return result;
  }
}
