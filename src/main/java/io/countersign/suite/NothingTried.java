package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.VALID_REQUEST;

import io.countersign.scheme.Profile;
import io.countersign.target.Role;
import io.countersign.target.TargetInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run that ended before its first case: one case for each scheme says why. */
public final class NothingTried {
  private NothingTried() {}

  public static RunResult because(
      String reason,
      TargetInfo target,
      Profile profile,
      long seed,
      List<SchemeUnderTest> subjects,
      Clock clock) {
    Instant now = clock.instant();
    Role role = target.kind() == TargetInfo.Kind.ENDPOINT ? Role.ENDPOINT : Role.SIGNER;
    return new RunResult(
        target,
        profile,
        seed,
        now,
        Duration.ZERO,
        subjects.stream().map(subject -> result(subject, reason, role, now)).toList(),
        false);
  }

  private static SchemeResult result(
      SchemeUnderTest subject, String reason, Role role, Instant now) {
    String id = subject.scheme().id();
    CaseResult only =
        new CaseResult(
            new CaseId(id, id + "/" + VALID_REQUEST.word(), "The target can be tried at all", role),
            Ending.of(Outcome.INCONCLUSIVE, reason),
            Course.untried(now));
    return new SchemeResult(subject.scheme(), subject.requirements().all(), List.of(only));
  }
}
