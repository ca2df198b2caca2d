package io.countersign.explain;

/**
 * What a search did.
 *
 * @param hypotheses how many signatures were computed and compared
 * @param millis how long it took
 * @param exhausted whether everything was tried that there is up to the explanations found; false
 *     where the budget ended it
 */
public record Searched(long hypotheses, long millis, boolean exhausted) {}
