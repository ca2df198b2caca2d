package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class EightOctetsTest {
  @Test
  void hasBelow_knowsEveryByteAtEveryPlace() {
    for (int octet = 0; octet < 256; octet++) {
      for (int place = 0; place < 20; place++) {
        byte[] octets = new byte[20];
        Arrays.fill(octets, (byte) 'z');
        octets[place] = (byte) octet;

        assertThat(EightOctets.hasBelow(' ', octets, 0, 20)).isEqualTo(octet < ' ');
        assertThat(EightOctets.hasBelow(' ', octets, place, place + 1)).isEqualTo(octet < ' ');
        assertThat(EightOctets.hasBelow(' ', octets, 0, place)).isFalse();
        assertThat(EightOctets.hasBelow(' ', octets, place + 1, 20)).isFalse();
      }
    }
  }

  @Property
  void next_isTheFirstOneByOne(
      @ForAll @Size(max = 40) byte[] octets, @ForAll @IntRange(max = 40) int start) {
    int from = Math.min(start, octets.length);

    // Few bytes are percent signs, so every fifth is made one.
    for (int i = 0; i < octets.length; i++) {
      octets[i] = octets[i] % 5 == 0 ? (byte) '%' : octets[i];
    }
    int percent = from;
    while (percent < octets.length && octets[percent] != '%') {
      percent++;
    }
    assertThat(EightOctets.next('%', octets, from, octets.length)).isEqualTo(percent);

    byte[] copy = new byte[octets.length + 1];
    assertThat(EightOctets.copyUntil('%', octets, from, octets.length, copy, from + 1))
        .isEqualTo(percent);
    assertThat(Arrays.copyOfRange(copy, from + 1, percent + 1))
        .isEqualTo(Arrays.copyOfRange(octets, from, percent));

    int last = octets.length - 1;
    while (last >= from && octets[last] != '%') {
      last--;
    }
    assertThat(EightOctets.last('%', octets, from, octets.length))
        .isEqualTo(last < from ? -1 : last);
  }
}
