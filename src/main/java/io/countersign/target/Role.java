package io.countersign.target;

/** In which part an implementation is under test. */
public enum Role {
  /** It signs, and we look at what it made. */
  SIGNER,
  /** It verifies what we hand it. */
  VERIFIER,
  /** It signs and sends by itself, and we look at what arrived. */
  CLIENT,
  /** It is a server, and we send it requests. */
  ENDPOINT
}
