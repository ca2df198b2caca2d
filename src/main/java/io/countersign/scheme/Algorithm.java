package io.countersign.scheme;

/** The MAC algorithms, under the names of RFC 2104 and the Java Cryptography Architecture. */
public enum Algorithm {
  HMAC_MD5("HmacMD5", 16),
  HMAC_SHA1("HmacSHA1", 20),
  HMAC_SHA256("HmacSHA256", 32),
  HMAC_SHA384("HmacSHA384", 48),
  HMAC_SHA512("HmacSHA512", 64);

  private final String jcaName;
  private final int length;

  Algorithm(String jcaName, int length) {
    this.jcaName = jcaName;
    this.length = length;
  }

  public String jcaName() {
    return jcaName;
  }

  /** The MAC's length in bytes. */
  public int length() {
    return length;
  }
}
