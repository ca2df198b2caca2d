/**
 * What the suite talks to: the embedded reference implementations and the mock vendor. Only this
 * package and the steps know RestAssured or WireMock.
 */
@NullMarked
package io.countersign.target;

import org.jspecify.annotations.NullMarked;
