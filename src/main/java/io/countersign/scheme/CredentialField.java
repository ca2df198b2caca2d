package io.countersign.scheme;

/**
 * A field of the credentials, under the vendor's own name for it.
 *
 * @param name as in the vendor's documentation
 * @param role what it is
 * @param example a published or made-up value for trying things out
 */
public record CredentialField(String name, CredentialRole role, String example) {}
