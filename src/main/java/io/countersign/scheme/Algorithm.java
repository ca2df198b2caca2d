package io.countersign.scheme;

/**
 * The MAC algorithms, under the names of RFC 2104 and the Java Cryptography Architecture, each with
 * the hash function that it is made of.
 */
public enum Algorithm {
  HMAC_MD5("HmacMD5", "MD5", 16, 64),
  HMAC_SHA1("HmacSHA1", "SHA-1", 20, 64),
  HMAC_SHA256("HmacSHA256", "SHA-256", 32, 64),
  HMAC_SHA384("HmacSHA384", "SHA-384", 48, 128),
  HMAC_SHA512("HmacSHA512", "SHA-512", 64, 128);

  private final String jcaName;
  private final String digestName;
  private final int length;
  private final int blockLength;

  Algorithm(String jcaName, String digestName, int length, int blockLength) {
    this.jcaName = jcaName;
    this.digestName = digestName;
    this.length = length;
    this.blockLength = blockLength;
  }

  public String jcaName() {
    return jcaName;
  }

  /** The hash function under the MAC, under its JCA name. */
  public String digestName() {
    return digestName;
  }

  /** The length in bytes of a block of the hash function, to which a key is padded. */
  public int blockLength() {
    return blockLength;
  }

  /** The MAC's length in bytes. */
  public int length() {
    return length;
  }
}
