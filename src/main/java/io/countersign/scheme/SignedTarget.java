package io.countersign.scheme;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;

/**
 * What is signed of a request target, for whom it is known already: all before the signature's
 * parameter.
 *
 * @param before the signature's parameter
 * @param raw what stands before it
 * @param ending where in it begins what was added for the signature, as a parameter of its own
 * @param decoded what that ending stands for
 */
public record SignedTarget(TrailingParameter before, Octets raw, int ending, Octets decoded) {
  void append(Part.Form form, OctetBuffer out) {
    if (form == Part.Form.RAW) {
      out.append(raw);
    } else {
      form.append(raw.slice(0, ending), out);
      out.append(decoded);
    }
  }
}
