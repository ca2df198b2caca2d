package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 64 bits that tell strings to sign apart, eight bytes at a time. Two strings with the same would
 * cost one hypothesis, never a wrong explanation: what is reported was reproduced.
 */
final class Fingerprint {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  static long of(OctetBuffer buffer) {
    byte[] bytes = buffer.array();
    int length = buffer.length();
    long print = length * FACTOR;
    int at = 0;
    for (; at + Long.BYTES <= length; at += Long.BYTES) {
      print = mixed(print ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < length; at++) {
      rest = rest << Byte.SIZE | bytes[at] & 0xFF;
    }
    return mixed(print ^ rest);
  }

  private static long mixed(long value) {
    long product = value * FACTOR;
    return (product ^ product >>> 29) * 0xBF58476D1CE4E5B9L;
  }
}
