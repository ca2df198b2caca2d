package io.countersign.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Comparison in a time that tells how long the texts are, and nothing of where they part. Eight
 * bytes are compared at a time: the Java library's own takes them one by one.
 */
final class ConstantTime {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private ConstantTime() {}

  /** Whether so many bytes from one place on are those from the other place on. */
  static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
    long difference = 0;
    int last = length - Long.BYTES;
    for (int i = 0; i < last; i += Long.BYTES) {
      difference |= eight(left, leftFrom + i) ^ eight(right, rightFrom + i);
    }
    if (last >= 0) {
      // The last eight, of which some were compared before where the length is no multiple of
      // eight.
      difference |= eight(left, leftFrom + last) ^ eight(right, rightFrom + last);
    } else {
      for (int i = 0; i < length; i++) {
        difference |= left[leftFrom + i] ^ right[rightFrom + i];
      }
    }
    return difference == 0;
  }

  private static long eight(byte[] octets, int from) {
    return (long) LONGS.get(octets, from);
  }
}
