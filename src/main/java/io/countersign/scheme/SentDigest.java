package io.countersign.scheme;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import java.util.List;
import java.util.Set;

/**
 * The hash of the body that a request carries in a field of its own, which the signature covers.
 *
 * @param parts what writes it: a {@link DigestPart}, or what deviations made of that
 * @param withoutBody whether a request without a body carries it, too
 */
public record SentDigest(List<Part> parts, WithoutBody withoutBody) implements Part {
  /** What becomes of the hash where there is no body. */
  public enum WithoutBody {
    /** It is that of nothing. */
    SENT,
    OMITTED
  }

  public SentDigest {
    parts = List.copyOf(parts);
  }

  public SentDigest withParts(List<Part> others) {
    return new SentDigest(others, withoutBody);
  }

  /** What a request has to carry; empty where that is nothing. */
  public Octets of(HttpRequest request, Credentials credentials) {
    OctetBuffer out = new OctetBuffer();
    appendTo(out, new SigningInput(request, credentials, ""));
    return out.take();
  }

  /** Whether a request carries it. */
  public boolean isDue(HttpRequest request) {
    return withoutBody == WithoutBody.SENT || !request.body().isEmpty();
  }

  @Override
  public void appendTo(OctetBuffer out, SigningInput in) {
    if (isDue(in.request())) {
      for (Part part : parts) {
        part.appendTo(out, in);
      }
    }
  }

  @Override
  public Set<Aspect> covers() {
    return SigningRules.covers(parts);
  }

  @Override
  public List<Part> leaves() {
    return SigningRules.leaves(parts);
  }
}
