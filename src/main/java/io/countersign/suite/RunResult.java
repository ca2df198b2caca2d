package io.countersign.suite;

import io.countersign.scheme.Profile;
import io.countersign.target.TargetInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A whole run.
 *
 * @param target what was under test
 * @param profile which truth it was held against
 * @param seed of the freshly made cases
 * @param started when
 * @param duration how long, reports not included
 * @param schemes one result for each scheme that was asked for
 * @param complete whether it came to its end; one that was interrupted did not
 */
public record RunResult(
    TargetInfo target,
    Profile profile,
    long seed,
    Instant started,
    Duration duration,
    List<SchemeResult> schemes,
    boolean complete) {

  /** A run that came to its end. */
  public RunResult(
      TargetInfo target,
      Profile profile,
      long seed,
      Instant started,
      Duration duration,
      List<SchemeResult> schemes) {
    this(target, profile, seed, started, duration, schemes, true);
  }

  public RunResult {
    schemes = List.copyOf(schemes);
  }

  /** The same run with what each scheme's result becomes. */
  public RunResult withSchemes(UnaryOperator<SchemeResult> change) {
    return new RunResult(
        target, profile, seed, started, duration, schemes.stream().map(change).toList(), complete);
  }

  public List<CaseResult> cases() {
    return schemes.stream().flatMap(scheme -> scheme.cases().stream()).toList();
  }

  public Counts counts() {
    return Counts.of(cases());
  }

  /** Green is only a run that came to its end, and in which no must was left without any case. */
  public RunVerdict verdict() {
    RunVerdict verdict = RunVerdict.of(counts());
    boolean whole = complete && schemes.stream().allMatch(one -> one.untested().isEmpty());
    return whole || verdict == RunVerdict.NOT_CONFORMANT ? verdict : RunVerdict.INCONCLUSIVE;
  }
}
