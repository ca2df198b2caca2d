package io.countersign.suite;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the failed cases of a run say what their target did instead, and how long they look for
 * it: a case shall not take long because it fails.
 */
public final class Explaining {
  /** The first searches shall not be cut off while all is cold. */
  private static final Duration FIRST = Duration.ofSeconds(1);

  private final boolean wanted;
  private final Patience signers = new Patience(FIRST, Duration.ofMillis(20));
  private final Patience repeats = new Patience(FIRST, Duration.ZERO);
  private final Patience verifiers = new Patience(FIRST, Duration.ofMillis(50));

  private final AtomicInteger others = new AtomicInteger();

  private Explaining(boolean wanted) {
    this.wanted = wanted;
  }

  static Explaining wanted() {
    return new Explaining(true);
  }

  /** For who needs to know no more than that a case fails. */
  public static Explaining unwanted() {
    return new Explaining(false);
  }

  boolean isWanted() {
    return wanted;
  }

  /**
   * Numbers the right requests that are shown beside a refused one, so that none is shown twice.
   */
  int nextOther() {
    return others.getAndIncrement();
  }

  /** For what a signer did. */
  Patience signers() {
    return signers;
  }

  /** For whether a server judges the same request alike: none once it always did. */
  Patience repeats() {
    return repeats;
  }

  /** For what a verifier takes in place of what is right. */
  Patience verifiers() {
    return verifiers;
  }
}
