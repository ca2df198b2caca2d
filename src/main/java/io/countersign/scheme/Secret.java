package io.countersign.scheme;

import io.countersign.document.InputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A secret. It prints as {@code [redacted]}, compares in constant time, and gives its bytes only to
 * what proves that somebody has it, a MAC or a password that is sent, and to the redactor.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * @throws InputException if it is empty: no MAC can be keyed with nothing
   */
  public static Secret of(String field, String text) {
    if (text.isEmpty()) {
      throw InputException.of("the credential '" + field + "' is empty", "give the secret itself");
    }
    return new Secret(text);
  }

  /** The key's bytes, for a MAC or a password that is sent. */
  public byte[] key(KeyEncoding encoding) {
    return encoding.decode(text);
  }

  /** Whether this is the secret of that text, in a time that does not tell where they part. */
  public boolean matches(byte[] candidate) {
    return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), candidate);
  }

  /** The same of a text, which is looked at where it is. */
  public boolean matches(String candidate) {
    int difference = text.length() ^ candidate.length();
    for (int i = Math.min(text.length(), candidate.length()) - 1; i >= 0; i--) {
      difference |= text.charAt(i) ^ candidate.charAt(i);
    }
    return difference == 0;
  }

  /** One that resembles it, or is the same where it has no such spelling. */
  Secret spelled(CredentialSpelling spelling) {
    return new Secret(spelling.apply(text));
  }

  /** The text itself, for this package alone. */
  String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
