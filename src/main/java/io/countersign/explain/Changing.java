package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;

/**
 * Writes a part by changing its bytes, so that a search which has the bytes already need not write
 * the part again.
 */
@FunctionalInterface
interface Changing extends Part.Rewritten.Writer {
  /** The bytes to sign in place of the part's own. */
  Octets change(Octets written, SigningInput in);

  @Override
  default void append(Part part, SigningInput in, OctetBuffer out) {
    OctetBuffer written = new OctetBuffer();
    part.appendTo(written, in);
    out.append(change(written.toOctets(), in));
  }
}
