package io.countersign.explain;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes, and MACs that are keyed anew for each message. */
final class Digests {
  private Digests() {}

  static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java cannot compute " + algorithm, e);
    }
  }

  static Mac mac(String algorithm) {
    try {
      return Mac.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java cannot compute " + algorithm, e);
    }
  }

  static Mac keyed(Mac mac, byte[] key) {
    try {
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
      return mac;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("no key for " + mac.getAlgorithm(), e);
    }
  }

  static String hex(String algorithm, byte[] bytes) {
    return HexFormat.of().formatHex(of(algorithm).digest(bytes));
  }
}
