package io.countersign.explain;

import io.countersign.document.EnumWord;

/**
 * What a deviation concerns, in the order in which deviations are applied: the later steps of
 * signing work on what the earlier ones made.
 */
public enum Affects {
  /** All rules at once: those of the other profile. */
  PROFILE,
  /** Where and in which syntax fields travel. */
  PLACEMENT,
  /** How the timestamp is written, or the clock it is read from. */
  TIMESTAMP,
  STRING_TO_SIGN,
  /** The bytes that key the MAC, or that its key is derived from. */
  KEY,
  /** How the key is derived from those bytes, where it is. */
  DERIVATION,
  /** The function that is computed. */
  MAC,
  /** How the MAC is written as text. */
  ENCODING,
  /** The request itself, between signer and verifier. */
  TRANSPORT,
  /** A verifier's check that is left out, or done loosely or too strictly. */
  CHECK;

  @Override
  public String toString() {
    return EnumWord.of(this);
  }
}
