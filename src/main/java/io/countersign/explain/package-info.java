/**
 * The catalogue of deviations, the ways in which real signers and verifiers get a scheme wrong,
 * derived from the scheme model: signers and verifiers that deviate, and the search that explains a
 * wrong signature by the deviations which reproduce it.
 */
@NullMarked
package io.countersign.explain;

import org.jspecify.annotations.NullMarked;
