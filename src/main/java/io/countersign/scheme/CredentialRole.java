package io.countersign.scheme;

/** What a credential field is in the words of the field. */
public enum CredentialRole {
  /** Travels in the message and says whose secret signed it. */
  KEY_ID,
  /** Never leaves; keys the MAC. */
  SECRET,
  /** Anything else that signer and verifier both know. */
  IDENTIFIER
}
