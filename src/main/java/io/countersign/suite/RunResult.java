package io.countersign.suite;

import io.countersign.scheme.Profile;
import io.countersign.target.TargetInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A whole run.
 *
 * @param target what was under test
 * @param profile which truth it was held against
 * @param seed of the freshly made cases
 * @param started when
 * @param duration how long, reports not included
 * @param schemes one result for each scheme that was asked for
 */
public record RunResult(
    TargetInfo target,
    Profile profile,
    long seed,
    Instant started,
    Duration duration,
    List<SchemeResult> schemes) {

  public RunResult {
    schemes = List.copyOf(schemes);
  }

  public List<CaseResult> cases() {
    return schemes.stream().flatMap(scheme -> scheme.cases().stream()).toList();
  }

  public Counts counts() {
    return Counts.of(cases());
  }

  public RunVerdict verdict() {
    return RunVerdict.of(counts());
  }
}
