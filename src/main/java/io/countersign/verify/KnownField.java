package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;

/** A credential field that a request names and that has to be the verifier's own. */
final class KnownField {
  private final String name;
  private final int index;
  private final Octets value;

  /** Whether what was read of it may come again as the same object. */
  private final boolean isRemembered;

  /** One that was right; any thread may put another one here. */
  private Octets right = Octets.EMPTY;

  KnownField(String name, FieldReader reader, Credentials credentials) {
    this.name = name;
    this.index = reader.index(name);
    this.value = Octets.of(credentials.text(name));
    this.isRemembered = reader.remembers(index);
  }

  /**
   * @throws RejectedException if the field is missing, or another than the one that is known
   */
  void require(SentFields sent) {
    if (!sent.has(index)) {
      throw new RejectedException(Reason.MISSING_CREDENTIAL, "the request carries no " + name);
    }
    Octets raw = sent.raw(index);
    // What a reader remembers is the very object that was found right before.
    if (raw == right) {
      return;
    }
    if (!sent.isInConstantTime(index, value)) {
      throw new RejectedException(
          Reason.UNKNOWN_KEY, "there is no " + name + " '" + sent.text(index) + "'");
    }
    // A part of something longer is not what is remembered, and would keep all of it.
    if (isRemembered && raw.isWhole()) {
      right = raw;
    }
  }
}
