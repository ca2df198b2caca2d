package io.countersign.scheme;

import java.util.Optional;

/** What shows that the sender holds the secret. */
public sealed interface Proof {
  /** The credential field that holds the secret. */
  String secretField();

  /**
   * A MAC over the string to sign.
   *
   * @param algorithm which
   * @param secretField the credential field that is its key
   * @param keyEncoding how that field's text becomes the key's bytes
   * @param encoding how the MAC is written in the message
   * @param derivation how the key is made of those bytes; absent where they are the key
   */
  record Mac(
      Algorithm algorithm,
      String secretField,
      KeyEncoding keyEncoding,
      Encoding encoding,
      Optional<Derivation> derivation)
      implements Proof {
    public Mac(
        Algorithm algorithm, String secretField, KeyEncoding keyEncoding, Encoding encoding) {
      this(algorithm, secretField, keyEncoding, encoding, Optional.empty());
    }
  }

  /**
   * The secret itself, as user name and password (RFC 7617): nothing is signed.
   *
   * @param userField the credential field that is the user name
   * @param secretField the credential field that is the password
   */
  record Password(String userField, String secretField) implements Proof {}
}
