package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;

/**
 * Writes a part as it would be of a request that was changed first, so that a search need not
 * change the request again for each part that sees it so.
 */
@FunctionalInterface
interface Seeing extends Part.Rewritten.Writer {
  HttpRequest view(HttpRequest request);

  @Override
  default void append(Part part, SigningInput in, OctetBuffer out) {
    part.appendTo(
        out, new SigningInput(view(in.request()), in.credentials(), in.timestamp(), in.day()));
  }
}
