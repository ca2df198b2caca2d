package io.countersign.verify;

/** The layers that a verifier looks at, in this order; a rejection names the first that fails. */
public enum Layer {
  REQUEST,
  CREDENTIAL,
  FRESHNESS,
  FORM,
  SIGNATURE
}
