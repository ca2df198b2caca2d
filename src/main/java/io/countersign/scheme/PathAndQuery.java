package io.countersign.scheme;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The path, a {@code ?} and the query, which stand side by side in a target that has a query. No
 * scheme file names it: neighbours of these kinds are joined to it.
 */
public record PathAndQuery(Part.Path path, QueryPart query) implements Part {
  private static final Octets QUESTION = Octets.of("?");

  @Override
  public void appendTo(OctetBuffer out, SigningInput in) {
    if (query.isAsSent(in.request())) {
      out.append(in.request().url().targetOctets());
    } else {
      path.appendTo(out, in);
      out.append(QUESTION);
      query.appendTo(out, in);
    }
  }

  /** Whether a part that is the same for every request is what stands between the two. */
  public static boolean isBetween(Part part) {
    return part instanceof Part.Fixed fixed && fixed.octets().equals(QUESTION);
  }

  @Override
  public Set<Aspect> covers() {
    Set<Aspect> covered = new LinkedHashSet<>(path.covers());
    covered.addAll(query.covers());
    return covered;
  }
}
