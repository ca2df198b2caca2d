/** The commands. Only this package prints or ends the process. */
@NullMarked
package io.countersign.cli;

import org.jspecify.annotations.NullMarked;
