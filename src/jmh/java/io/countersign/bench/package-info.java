/** Benchmarks: what signing, verifying and explaining cost, beside the MACs that they cannot save. */
@NullMarked
package io.countersign.bench;

import org.jspecify.annotations.NullMarked;
