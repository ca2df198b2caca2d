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

  /**
   * A run of the time at which it begins, which calls the scheme's own resources and explains what
   * fails.
   */
  public static RunContext of(Target target, Profile profile, Clock clock, long seed) {
    return new RunContext(
        target,
        profile,
        clock,
        clock.instant(),
        seed,
        Optional.empty(),
        Explaining.wanted(),
        new Catalogues());
  }

  /** The same at another time, while the clock stays as it is. */
  public RunContext at(Instant other) {
    return new RunContext(target, profile, clock, other, seed, path, explaining, catalogues);
  }

  /** The same, calling that at a server; nothing for the scheme's own first resource. */
  public RunContext calling(Optional<String> other) {
    return new RunContext(target, profile, clock, time, seed, other, explaining, catalogues);
  }

  /** The same, for who explains in another way or knows the deviations already. */
  public RunContext with(Explaining other, Catalogues known) {
    return new RunContext(target, profile, clock, time, seed, path, other, known);
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
