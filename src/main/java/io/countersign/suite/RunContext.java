package io.countersign.suite;

import io.countersign.scheme.Profile;
import io.countersign.target.Target;
import java.time.Clock;
import java.util.Optional;

/**
 * What all cases of a run share.
 *
 * @param target under test
 * @param profile which truth it is held against
 * @param clock the time
 * @param seed of the freshly made cases
 * @param path what to call at a server, with or without a query, in place of the scheme's own first
 *     resource
 * @param explaining whether failures are explained, which takes searches
 * @param catalogues the deviations of its schemes
 */
public record RunContext(
    Target target,
    Profile profile,
    Clock clock,
    long seed,
    Optional<String> path,
    Explaining explaining,
    Catalogues catalogues) {

  public RunContext(Target target, Profile profile, Clock clock, long seed, Optional<String> path) {
    this(target, profile, clock, seed, path, Explaining.wanted(), new Catalogues());
  }

  /** A run that calls the scheme's own resources. */
  public RunContext(Target target, Profile profile, Clock clock, long seed) {
    this(target, profile, clock, seed, Optional.empty());
  }
}
