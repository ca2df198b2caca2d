package io.countersign.verify;

import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;

/** A credential field that a request names and that has to be the verifier's own. */
final class KnownField {
  private final String name;
  private final Octets value;

  private KnownField(String name, Octets value) {
    this.name = name;
    this.value = value;
  }

  static KnownField of(String name, Credentials credentials) {
    return new KnownField(name, Octets.of(credentials.text(name)));
  }

  /**
   * @throws RejectedException if the field is missing, or another than the one that is known
   */
  void require(SentFields sent) {
    Octets claimed = sent.octets(name);
    if (claimed == null) {
      throw new RejectedException(Reason.MISSING_CREDENTIAL, "the request carries no " + name);
    }
    if (!claimed.equalsInConstantTime(value)) {
      throw new RejectedException(
          Reason.UNKNOWN_KEY, "there is no " + name + " '" + claimed.text() + "'");
    }
  }
}
