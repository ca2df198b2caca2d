/**
 * What the suite is worth: it is run against every known way of being wrong, each of which it must
 * catch, and against correct variants, none of which it may accuse.
 */
@NullMarked
package io.countersign.selftest;

import org.jspecify.annotations.NullMarked;
