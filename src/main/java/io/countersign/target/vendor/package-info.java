/**
 * The mock vendor: an HTTP server that answers as a scheme's documentation says, and nothing of
 * which is written for one scheme. What it judges are the bytes that arrived.
 */
@NullMarked
package io.countersign.target.vendor;

import org.jspecify.annotations.NullMarked;
