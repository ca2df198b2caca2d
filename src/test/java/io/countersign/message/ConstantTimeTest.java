package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConstantTimeTest {
  @Test
  void equal_seesEveryByte_andNoneBesides() {
    for (int length = 0; length < 70; length++) {
      byte[] one = new byte[length + 3];
      one[0] = 1;
      one[1] = 2;
      assertThat(ConstantTime.equal(one, 2, new byte[length], 0, length)).isTrue();
      for (int i = 0; i < length; i++) {
        byte[] other = new byte[length];
        other[i] = (byte) 0x80;
        assertThat(ConstantTime.equal(one, 2, other, 0, length)).isFalse();
        assertThat(ConstantTime.equal(other, 0, one, 2, length)).isFalse();
      }
    }
  }
}
