/**
 * What the suite talks to: the embedded reference implementations, an adapter, or a server. The
 * packages below hold what that takes: an adapter's process, the HTTP client, the mock vendor. Only
 * the last two know the libraries for HTTP.
 */
@NullMarked
package io.countersign.target;

import org.jspecify.annotations.NullMarked;
