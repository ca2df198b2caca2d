/**
 * The signing scheme as data: parts of the string to sign, MAC, encoding, placements, freshness and
 * credential fields, as {@code scheme.yaml} names them, and the loader that checks such a file.
 * Each part is one small record that knows how to write its own bytes.
 */
@NullMarked
package io.countersign.scheme;

import org.jspecify.annotations.NullMarked;
