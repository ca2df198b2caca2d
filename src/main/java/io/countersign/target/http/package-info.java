/**
 * An HTTP client that sends a request byte for byte as it was signed, and that survives whatever
 * comes back.
 */
@NullMarked
package io.countersign.target.http;

import org.jspecify.annotations.NullMarked;
