package io.countersign.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Every byte as it is written in a URL: an unreserved character (RFC 3986, section 2.3) as itself,
 * any other as an escape of three letters.
 *
 * <p>What a byte becomes is looked up and not decided: the letters of a signature are different in
 * each request, and a processor that has to guess at each of them what it will be guesses wrong
 * where a plus or a slash comes.
 */
final class EncodedBytes {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final EncodedBytes ALL = new EncodedBytes();

  private static final String MARKS = "-._~";
  private static final String DIGITS = "0123456789ABCDEF";

  /** Where in an entry it stands how many letters there are: behind three of them. */
  private static final int COUNT = 3 * Byte.SIZE;

  /** The letters of each byte, the first of them lowest, and how many they are. */
  private final int[] entries = new int[256];

  private EncodedBytes() {
    for (int octet = 0; octet < entries.length; octet++) {
      entries[octet] = isUnreserved((char) octet) ? octet | 1 << COUNT : escape(octet);
    }
  }

  private static boolean isUnreserved(char octet) {
    char lower = (char) (octet | 0x20);
    return lower >= 'a' && lower <= 'z'
        || octet >= '0' && octet <= '9'
        || MARKS.indexOf(octet) >= 0;
  }

  private static int escape(int octet) {
    int digits = DIGITS.charAt(octet >> 4) << Byte.SIZE | DIGITS.charAt(octet & 0xF) << 16;
    return '%' | digits | Percent.MARKED_LENGTH << COUNT;
  }

  /** How many bytes of room it takes to write so many: an entry is always written as a whole. */
  static int room(int octets) {
    return Percent.MARKED_LENGTH * octets + 1;
  }

  /**
   * @param encoded has {@link #room} behind where it begins to be written
   * @return where what was written ends
   */
  static int write(byte[] octets, int from, int to, byte[] encoded, int encodedFrom) {
    int[] entries = ALL.entries;
    int end = encodedFrom;
    for (int i = from; i < to; i++) {
      int entry = entries[octets[i] & 0xFF];
      INTS.set(encoded, end, entry);
      end += entry >>> COUNT;
    }
    return end;
  }
}
