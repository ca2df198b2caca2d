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

  /** Where the next {@code %} is, or the end. */
  static int nextPercent(byte[] octets, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long other = (long) LONGS.get(octets, i) ^ '%' * ONES;
      long percent = other - ONES & ~other & HIGHEST;
      if (percent != 0) {
        return i + first(percent);
      }
    }
    while (i < to && octets[i] != '%') {
      i++;
    }
    return i;
  }

  /** Where the next byte is that is not unreserved (RFC 3986, section 2.3), or the end. */
  static int nextReserved(byte[] octets, int from) {
    int i = from;
    while (i <= octets.length - Long.BYTES) {
      long others = notAlphanumeric((long) LONGS.get(octets, i));
      if (others == 0) {
        i += Long.BYTES;
      } else {
        i += first(others);
        if (!isUnreserved(octets[i])) {
          return i;
        }
        i++;
      }
    }
    while (i < octets.length && isUnreserved(octets[i])) {
      i++;
    }
    return i;
  }

  private static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
  }

  private static long notAlphanumeric(long octets) {
    long ascii = octets & ~HIGHEST;
    long lower = ascii | 0x20 * ONES;
    return ~(between(ascii, '0', '9') | between(lower, 'a', 'z')) & HIGHEST | octets & HIGHEST;
  }

  /** Marks the bytes, none of them above 0x7F, that are neither below one nor above the other. */
  private static long between(long octets, char least, char most) {
    return octets + (0x80 - least) * ONES & ~(octets + (0x7F - most) * ONES) & HIGHEST;
  }

  private static boolean isUnreserved(byte octet) {
    return octet >= '0' && octet <= '9'
        || octet >= 'A' && octet <= 'Z'
        || octet >= 'a' && octet <= 'z'
        || "-._~".indexOf(octet) >= 0;
  }
}
