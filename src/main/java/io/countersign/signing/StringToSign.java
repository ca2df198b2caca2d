package io.countersign.signing;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import java.util.List;

/** Composes the string to sign from its parts. */
public final class StringToSign {
  private StringToSign() {}

  /** Writes the parts into a buffer, after emptying it. */
  public static void compose(List<Part> parts, SigningInput input, OctetBuffer out) {
    out.clear();
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).appendTo(out, input);
    }
  }

  public static Octets of(List<Part> parts, SigningInput input) {
    OctetBuffer out = new OctetBuffer();
    compose(parts, input, out);
    return out.toOctets();
  }
}
