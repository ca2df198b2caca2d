/**
 * From a scheme and credentials to a signed request: the string to sign, the keyed MAC over it, and
 * the signer that puts the result where the scheme wants it.
 */
@NullMarked
package io.countersign.signing;

import org.jspecify.annotations.NullMarked;
