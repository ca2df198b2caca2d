package io.countersign.scheme;

import io.countersign.message.OctetBuffer;
import java.util.Set;

/** The day of the timestamp, in UTC and in the form that the rule of the timestamp says. */
public record DayPart() implements Part {
  @Override
  public void appendTo(OctetBuffer out, SigningInput in) {
    out.append(in.day());
  }

  @Override
  public Set<Aspect> covers() {
    return Set.of(Aspect.of(Aspect.Kind.DAY));
  }
}
