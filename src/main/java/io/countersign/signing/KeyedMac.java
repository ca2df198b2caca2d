package io.countersign.signing;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A MAC that was keyed once (RFC 2104) and is used for many messages. Each thread has its own
 * state, so one object may be shared.
 */
public final class KeyedMac {
  private final ThreadLocal<Mac> macs;

  private KeyedMac(ThreadLocal<Mac> macs) {
    this.macs = macs;
  }

  public static KeyedMac of(Algorithm algorithm, byte[] key) {
    SecretKeySpec spec = new SecretKeySpec(key, algorithm.jcaName());
    return new KeyedMac(ThreadLocal.withInitial(() -> keyed(algorithm, spec)));
  }

  private static Mac keyed(Algorithm algorithm, SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(algorithm.jcaName());
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java cannot compute " + algorithm.jcaName(), e);
    }
  }

  /** The MAC of what the buffer holds. */
  public byte[] compute(OctetBuffer message) {
    Mac mac = macs.get();
    mac.update(message.array(), 0, message.length());
    return mac.doFinal();
  }

  public byte[] compute(Octets message) {
    return macs.get().doFinal(message.toBytes());
  }
}
