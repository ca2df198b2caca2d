package io.countersign.suite;

import io.countersign.scheme.Profile;
import io.countersign.target.Target;
import java.time.Clock;

/**
 * What all cases of a run share.
 *
 * @param target under test
 * @param profile which truth it is held against
 * @param clock the time
 * @param seed of the freshly made cases
 */
public record RunContext(Target target, Profile profile, Clock clock, long seed) {}
