package io.countersign.vector;

import io.countersign.scheme.Redactor;

/**
 * Something that came out otherwise than a vector says.
 *
 * @param what which of the vector's expectations, as the vector file calls it
 * @param expected what the vector says
 * @param actual what the reference signer or verifier made of it
 */
public record Mismatch(String what, String expected, String actual) {
  Mismatch redacted(Redactor redactor) {
    return new Mismatch(what, redactor.redact(expected), redactor.redact(actual));
  }
}
