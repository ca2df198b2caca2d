/**
 * Requests out of what other programs and people write them in: a curl command line, an entry of a
 * HAR file, a raw message, the JSON request object. The entry is {@link
 * io.countersign.importer.RequestFile}, which tells them apart; what comes out is a message like
 * any other, and nothing after this package knows where it came from.
 */
@NullMarked
package io.countersign.importer;

import org.jspecify.annotations.NullMarked;
