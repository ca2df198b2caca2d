package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;
import io.countersign.signing.KeyedMac;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Which function proves possession of the secret. */
@FunctionalInterface
interface MacStep {
  /** The function, ready to be computed many times. */
  MacFunction keyed(byte[] key, Credentials credentials);

  static MacStep of(Proof proof) {
    return proof instanceof Proof.Mac mac
        ? hmac(mac.algorithm())
        : pair((Proof.Password) proof, ":", true);
  }

  static MacStep hmac(Algorithm algorithm) {
    return (key, credentials) -> KeyedMac.of(algorithm, padded(key))::compute;
  }

  /** User name and password, joined; nothing is signed. */
  static MacStep pair(Proof.Password password, String separator, boolean userFirst) {
    return (key, credentials) -> {
      byte[] user = credentials.text(password.userField()).getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream pair = new ByteArrayOutputStream();
      pair.writeBytes(userFirst ? user : key);
      pair.writeBytes(separator.getBytes(StandardCharsets.UTF_8));
      pair.writeBytes(userFirst ? key : user);
      byte[] bytes = pair.toByteArray();
      return stringToSign -> bytes;
    };
  }

  /** A MAC pads its key with zeros: one zero is the empty key, which Java refuses. */
  static byte[] padded(byte[] key) {
    return key.length == 0 ? new byte[1] : key;
  }

  /** The bytes that a buffer holds. */
  static byte[] bytes(OctetBuffer buffer) {
    return buffer.toOctets().toBytes();
  }
}
