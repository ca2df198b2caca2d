package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConstantTimeTest {
  @Test
  void equal_seesEveryByte() {
    for (int length = 0; length < 70; length++) {
      byte[] one = new byte[length];
      assertThat(ConstantTime.equal(one, new byte[length])).isTrue();
      assertThat(ConstantTime.equal(one, new byte[length + 1])).isFalse();
      for (int i = 0; i < length; i++) {
        byte[] other = new byte[length];
        other[i] = (byte) 0x80;
        assertThat(ConstantTime.equal(one, other)).isFalse();
        assertThat(ConstantTime.equal(other, one)).isFalse();
      }
    }
  }
}
