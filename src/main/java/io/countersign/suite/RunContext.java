package io.countersign.suite;

import io.countersign.scheme.Profile;
import io.countersign.target.Role;
import io.countersign.target.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What all cases of a run share.
 *
 * @param target under test
 * @param profile which truth it is held against
 * @param clock the time, for who goes by a clock of his own: a server, a client that sends
 * @param time of every case for all others, who are told it: with the seed it makes the same run
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
    Instant time,
    long seed,
    Optional<String> path,
    Explaining explaining,
    Catalogues catalogues) {

  /** A run of the time at which it begins. */
  public RunContext(
      Target target,
      Profile profile,
      Clock clock,
      long seed,
      Optional<String> path,
      Explaining explaining,
      Catalogues catalogues) {
    this(target, profile, clock, clock.instant(), seed, path, explaining, catalogues);
  }

  public RunContext(Target target, Profile profile, Clock clock, long seed, Optional<String> path) {
    this(target, profile, clock, seed, path, Explaining.wanted(), new Catalogues());
  }

  /** A run that calls the scheme's own resources. */
  public RunContext(Target target, Profile profile, Clock clock, long seed) {
    this(target, profile, clock, seed, Optional.empty());
  }

  /** The same at another time, while the clock stays as it is. */
  public RunContext at(Instant other) {
    return new RunContext(target, profile, clock, other, seed, path, explaining, catalogues);
  }

  /** The time of a case that begins now. */
  Instant now(Role role) {
    boolean ownClock =
        role == Role.CLIENT
            || role == Role.ENDPOINT
                && target.endpoint().filter(server -> !server.hasSettableClock()).isPresent();
    return ownClock ? clock.instant() : time;
  }
}
