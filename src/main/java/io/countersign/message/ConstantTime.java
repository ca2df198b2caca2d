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
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      difference |= (long) LONGS.get(left, leftFrom + i) ^ (long) LONGS.get(right, rightFrom + i);
    }
    for (; i < length; i++) {
      difference |= left[leftFrom + i] ^ right[rightFrom + i];
    }
    return difference == 0;
  }
}
