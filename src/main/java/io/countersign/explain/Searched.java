package io.countersign.explain;

/**
 * What a search did.
 *
 * @param hypotheses how many sets of deviations were looked at
 * @param macs how many signatures were computed and compared for them: fewer, since equal strings
 *     to sign are tried once
 * @param millis how long it took
 * @param exhausted whether everything was tried that there is up to the explanations found; false
 *     where the budget ended it
 */
public record Searched(long hypotheses, long macs, long millis, boolean exhausted) {}
