package io.countersign.scheme;

/**
 * A field of the credentials, under the vendor's own name for it.
 *
 * @param name as in the vendor's documentation
 * @param role what it is
 * @param example a published or made-up value for trying things out
 */
public record CredentialField(String name, Role role, String example) {
  /** What a credential field is in the words of the field. */
  public enum Role {
    /** Travels in the message and says whose secret signed it. */
    KEY_ID,
    /** Never leaves; keys the MAC. */
    SECRET,
    /** Anything else that signer and verifier both know. */
    IDENTIFIER
  }
}
