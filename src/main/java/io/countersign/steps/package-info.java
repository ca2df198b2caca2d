/**
 * The Cucumber glue, grouped by what the steps talk about, and the runner that feeds it the
 * features of a scheme.
 */
@NullMarked
package io.countersign.steps;

import org.jspecify.annotations.NullMarked;
