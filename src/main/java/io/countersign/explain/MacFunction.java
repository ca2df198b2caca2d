package io.countersign.explain;

import io.countersign.message.OctetBuffer;

/** A keyed function of a string to sign. */
@FunctionalInterface
interface MacFunction {
  byte[] compute(OctetBuffer stringToSign);
}
