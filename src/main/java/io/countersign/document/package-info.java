/**
 * Reading YAML and JSON so that every value remembers its file, line and column. Whatever a person
 * wrote for us (schemes, requirements, credentials, vectors, request objects) comes in here, and
 * whatever is wrong with it goes out as an {@link io.countersign.document.InputException} that says
 * what was wrong, where, and what would be right.
 */
@NullMarked
package io.countersign.document;

import org.jspecify.annotations.NullMarked;
