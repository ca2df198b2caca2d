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
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private ConstantTime() {}

  /** Whether so many bytes from one place on are those from the other place on. */
  static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
    // The last eight or four are taken from the end on, so that some may be compared twice.
    if (length >= Long.BYTES) {
      int last = length - Long.BYTES;
      long difference = eight(left, leftFrom + last) ^ eight(right, rightFrom + last);
      for (int i = 0; i < last; i += Long.BYTES) {
        difference |= eight(left, leftFrom + i) ^ eight(right, rightFrom + i);
      }
      return difference == 0;
    }
    if (length >= Integer.BYTES) {
      int last = length - Integer.BYTES;
      int difference = four(left, leftFrom) ^ four(right, rightFrom);
      return (difference | four(left, leftFrom + last) ^ four(right, rightFrom + last)) == 0;
    }
    int difference = 0;
    for (int i = 0; i < length; i++) {
      difference |= left[leftFrom + i] ^ right[rightFrom + i];
    }
    return difference == 0;
  }

  private static long eight(byte[] octets, int from) {
    return (long) LONGS.get(octets, from);
  }

  private static int four(byte[] octets, int from) {
    return (int) INTS.get(octets, from);
  }
}
