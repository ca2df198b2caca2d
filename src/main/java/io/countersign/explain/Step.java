package io.countersign.explain;

/**
 * One form of a deviation of the string to sign, as the search takes it.
 *
 * @param about the deviation
 * @param rewrite the change
 * @param index this step's place among those that change part by part, if it is one
 * @param count how many of those there are
 */
record Step(Deviation about, Rewrite rewrite, int index, int count) {}
