/**
 * Test vectors: reading the published JSON format and running it through the reference signer and
 * verifier.
 */
@NullMarked
package io.countersign.vector;

import org.jspecify.annotations.NullMarked;
