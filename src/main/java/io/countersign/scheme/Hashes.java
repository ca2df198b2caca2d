package io.countersign.scheme;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;

/**
 * Hash functions, of a security provider that is at hand, or else of the first that has them.
 *
 * <p>To ask the Java library for a hash function by its name alone makes it list all that every
 * provider can do, which in a process that signs one request takes a tenth of the time.
 */
public final class Hashes {
  /** Those that come with Java. */
  public static final Hashes OF_JAVA = new Hashes(new Java());

  private final Provider atHand;

  public Hashes(Provider atHand) {
    this.atHand = atHand;
  }

  public MessageDigest of(Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.digestName(), atHand);
    } catch (NoSuchAlgorithmException e) {
      return search(algorithm);
    }
  }

  private static MessageDigest search(Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.digestName());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java cannot compute " + algorithm.digestName(), e);
    }
  }

  /** Where OpenJDK keeps its hash functions. A Java that has them elsewhere is searched. */
  private static final class Java extends Provider {
    private static final long serialVersionUID = 1L;

    Java() {
      super("Countersign", "1", "hash functions of the Java library");
      put("MessageDigest.MD5", "sun.security.provider.MD5");
      put("MessageDigest.SHA-1", "sun.security.provider.SHA");
      put("MessageDigest.SHA-256", "sun.security.provider.SHA2$SHA256");
      put("MessageDigest.SHA-384", "sun.security.provider.SHA5$SHA384");
      put("MessageDigest.SHA-512", "sun.security.provider.SHA5$SHA512");
    }
  }
}
