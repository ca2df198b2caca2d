package io.countersign.suite;

/**
 * The sentences of steps, without their keywords, that something goes by beside the step itself:
 * what a scenario has to have, and what a result means.
 */
public final class Sentences {
  /** The control of a rejection. */
  public static final String ACCEPTED_BEFORE = "a signed request that is accepted";

  /** What a verifier is shown. */
  public static final String SHOWN = "a signed request";

  /** What a verifier is shown that nobody signed. */
  public static final String SHOWN_UNSIGNED = "an unsigned request";

  /** What a signer is asked for. */
  public static final String SIGNED = "it is signed";

  /** The change after which there is nothing left to know anybody by. */
  public static final String SIGNING_REMOVED = "all signing is removed";

  /** What is due of a right request. */
  public static final String ACCEPTED = "it is accepted";

  /** What is due of another one; a reason may stand behind it. */
  public static final String REJECTED = "it is rejected";

  private Sentences() {}
}
