package io.countersign.scheme;

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
   */
  record Mac(Algorithm algorithm, String secretField, KeyEncoding keyEncoding, Encoding encoding)
      implements Proof {}

  /**
   * The secret itself, as user name and password (RFC 7617): nothing is signed.
   *
   * @param userField the credential field that is the user name
   * @param secretField the credential field that is the password
   */
  record Password(String userField, String secretField) implements Proof {}
}
