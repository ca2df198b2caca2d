package io.countersign.verify;

import io.countersign.document.EnumWord;

/** Why a request is rejected. Printed in lower case with hyphens. */
public enum Reason {
  /** What is read once stands in the request twice, so two readers may read differently. */
  AMBIGUOUS_REQUEST(Layer.REQUEST),
  MISSING_CREDENTIAL(Layer.CREDENTIAL),
  /** The text that carries the credential is not of the scheme's form. */
  MALFORMED_CREDENTIAL(Layer.CREDENTIAL),
  UNKNOWN_KEY(Layer.CREDENTIAL),
  MISSING_TIMESTAMP(Layer.FRESHNESS),
  MALFORMED_TIMESTAMP(Layer.FRESHNESS),
  EXPIRED_TIMESTAMP(Layer.FRESHNESS),
  FUTURE_TIMESTAMP(Layer.FRESHNESS),
  MISSING_SIGNATURE(Layer.FORM),
  /** Not what the scheme's encoding writes for a MAC of its length. */
  MALFORMED_SIGNATURE(Layer.FORM),
  SIGNATURE_MISMATCH(Layer.SIGNATURE);

  private final Layer layer;

  Reason(Layer layer) {
    this.layer = layer;
  }

  public Layer layer() {
    return layer;
  }

  @Override
  public String toString() {
    return EnumWord.of(this);
  }
}
