/**
 * The catalogue of deviations, the ways in which real signers and verifiers get a scheme
 * wrong, derived from the scheme model.
 */
@NullMarked
package io.countersign.explain;

import org.jspecify.annotations.NullMarked;
