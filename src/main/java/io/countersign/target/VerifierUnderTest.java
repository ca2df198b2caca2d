package io.countersign.target;

/** Something that accepts or rejects signed requests: a function, or a server. */
public interface VerifierUnderTest {
  Judged judge(Call call);

  /** Whether it can be told what time it is; a server somewhere cannot. */
  boolean hasSettableClock();

  /** Whether it takes whatever credentials it is told; a server somewhere knows its own. */
  default boolean takesAnyCredentials() {
    return true;
  }

  /** Whether the reasons it gives are the ones of {@link io.countersign.verify.Reason}. */
  boolean givesTypedReasons();
}
