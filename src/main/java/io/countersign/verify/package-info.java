/**
 * From a signed request to a verdict: accepted, or rejected for exactly one typed reason found at a
 * named layer. The clock is given, the comparison takes constant time.
 */
@NullMarked
package io.countersign.verify;

import org.jspecify.annotations.NullMarked;
