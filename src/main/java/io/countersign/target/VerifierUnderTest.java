package io.countersign.target;

import java.util.List;

/** Something that accepts or rejects signed requests: a function, or a server. */
@FunctionalInterface
public interface VerifierUnderTest {
  Judged judge(Call call);

  /** Whether it can be told what time it is; a server somewhere cannot. */
  default boolean hasSettableClock() {
    return true;
  }

  /** Whether it takes whatever credentials it is told; a server somewhere knows its own. */
  default boolean takesAnyCredentials() {
    return true;
  }

  /** Whether the reasons it gives are the ones of {@link io.countersign.verify.Reason}. */
  default boolean givesTypedReasons() {
    return false;
  }

  /** Judges them one after the other, on a connection of their own where there are connections. */
  default List<Judged> judgeApart(List<Call> calls) {
    return calls.stream().map(this::judge).toList();
  }
}
