package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;

/** The last layers: the form of the signature, and the signature. */
interface ProofCheck {
  /** The same for a party whose credentials differ in nothing but the secret. */
  ProofCheck withSecretOf(Credentials others);

  /**
   * What must hold before freshness is looked at: nothing for a MAC, user and password's form for a
   * password.
   */
  void requireForm(SentFields sent);

  /**
   * @param timestamp of the request; {@link SentTime#NONE} where the scheme has none
   * @return the string to sign that the signature fits
   * @throws RejectedException if the signature is missing, malformed or another
   */
  Octets require(SentFields sent, HttpRequest request, SentTime timestamp);
}
