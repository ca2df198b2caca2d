/**
 * An HTTP request exactly as it is on the wire: the raw request target, headers in order and with
 * their repetitions, the body as bytes. Nothing here is normalised, and nothing here knows what a
 * signature is.
 */
@NullMarked
package io.countersign.message;

import org.jspecify.annotations.NullMarked;
