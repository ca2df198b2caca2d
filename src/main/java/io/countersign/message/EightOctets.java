package io.countersign.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches bytes, eight at a time: a {@code long} holds eight of them side by side, and what is
 * found is marked by the highest bit of its byte. Texts of requests are mostly bytes that nothing
 * is to be done with.
 */
final class EightOctets {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x80 * ONES;

  private EightOctets() {}

  /** The eight bytes from there on. */
  static long at(int from, byte[] octets) {
    return (long) LONGS.get(octets, from);
  }

  /** How many of eight bytes stand before the first of that value: eight where none has it. */
  static int countBefore(char wanted, long eight) {
    return first(marks(eight ^ wanted * ONES));
  }

  /** The first of eight bytes, fewer than eight, and zeros in place of the others. */
  static long first(int count, long eight) {
    return eight & (1L << Byte.SIZE * count) - 1;
  }

  /** Where the next byte of that value is, or the end. */
  static int next(char wanted, byte[] octets, int from, int to) {
    long pattern = wanted * ONES;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long found = marks((long) LONGS.get(octets, i) ^ pattern);
      if (found != 0) {
        return i + first(found);
      }
    }
    while (i < to && (octets[i] & 0xFF) != wanted) {
      i++;
    }
    return i;
  }

  /** Whether some byte is below one of at most 0x80. */
  static boolean hasBelow(char limit, byte[] octets, int from, int to) {
    if (to - from < Long.BYTES) {
      int i = from;
      while (i < to && (octets[i] & 0xFF) >= limit) {
        i++;
      }
      return i < to;
    }
    long limits = limit * ONES;
    // The last eight first, some of which come twice then, so that none are left over.
    long below = below(limits, (long) LONGS.get(octets, to - Long.BYTES));
    for (int i = from; i < to - Long.BYTES; i += Long.BYTES) {
      below |= below(limits, (long) LONGS.get(octets, i));
    }
    return below != 0;
  }

  /** Where the last byte of that value is; negative where none is. */
  static int last(char wanted, byte[] octets, int from, int to) {
    long pattern = wanted * ONES;
    int end = to;
    for (; end - from >= Long.BYTES; end -= Long.BYTES) {
      long found = allMarks((long) LONGS.get(octets, end - Long.BYTES) ^ pattern);
      if (found != 0) {
        return end - 1 - Long.numberOfLeadingZeros(found) / Byte.SIZE;
      }
    }
    do {
      end--;
    } while (end >= from && (octets[end] & 0xFF) != wanted);
    return end < from ? -1 : end;
  }

  /**
   * Copies what stands before the next byte of that value, and perhaps some bytes of what follows.
   *
   * @return where that byte is, or the end
   */
  static int copyUntil(char stop, byte[] octets, int from, int to, byte[] copy, int copyFrom) {
    long pattern = stop * ONES;
    int shift = copyFrom - from;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long eight = (long) LONGS.get(octets, i);
      LONGS.set(copy, i + shift, eight);
      long found = marks(eight ^ pattern);
      if (found != 0) {
        return i + first(found);
      }
    }
    while (i < to && (octets[i] & 0xFF) != stop) {
      copy[i + shift] = octets[i++];
    }
    return i;
  }

  /** Marks the first byte that is zero, and perhaps others behind it. */
  private static long marks(long octets) {
    return octets - ONES & ~octets & HIGHEST;
  }

  /** Marks the bytes that are zero, and no others. */
  private static long allMarks(long octets) {
    return ~((octets & ~HIGHEST) + ~HIGHEST | octets) & HIGHEST;
  }

  /** Marks some byte that is below the limits where there is one, and perhaps others. */
  private static long below(long limits, long octets) {
    return octets - limits & ~octets & HIGHEST;
  }

  private static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
  }
}
