/**
 * An implementation in any language as a target: a child process that speaks the adapter protocol,
 * one JSON object a line, supervised so that whatever it does, the run goes on.
 */
@NullMarked
package io.countersign.target.adapter;

import org.jspecify.annotations.NullMarked;
