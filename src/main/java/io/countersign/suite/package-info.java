/**
 * What the suite means: requirements and their levels, outcomes, controls, selection, and the
 * result of a run. Nothing here knows Cucumber, HTTP or report formats.
 */
@NullMarked
package io.countersign.suite;

import org.jspecify.annotations.NullMarked;
