package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A part of a run of bytes is as good as a copy of it. */
final class OctetsTest {
  @Property
  void parts_areFoundAsInText(
      @ForAll("texts") String text,
      @ForAll("texts") String other,
      @ForAll @IntRange(max = 9) int n) {
    Octets octets = part(text);
    Octets others = part(other);
    int start = Math.min(n, text.length());

    assertThat(octets.text()).isEqualTo(text);
    assertThat(octets.toBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    int end = Math.max(start, text.length() - n);
    assertThat(octets.indexOf(others, start, end))
        .isEqualTo(text.substring(0, end).indexOf(other, start));
    assertThat(octets.has(others, start)).isEqualTo(text.startsWith(other, start));
    assertThat(octets.has('b')).isEqualTo(text.indexOf('b') >= 0);
    assertThat(octets.last('b', start)).isEqualTo(text.substring(0, start).lastIndexOf('b'));
    assertThat(octets.slice(start, text.length())).isEqualTo(Octets.of(text.substring(start)));
    assertThat(octets.plus(others)).isEqualTo(Octets.of(text + other));
  }

  @Property
  void parts_areComparedByTheirBytes(@ForAll("texts") String text, @ForAll("texts") String other) {
    Octets octets = part(text);
    Octets others = part(other);

    assertThat(octets.equals(others)).isEqualTo(text.equals(other));
    assertThat(octets.equalsInConstantTime(others)).isEqualTo(text.equals(other));
    assertThat(octets.hashCode()).isEqualTo(Arrays.hashCode(octets.toBytes()));
  }

  @Test
  void indexOf_doesNotLookBeyondItsEnd() {
    Octets octets = Octets.of("--ab");

    assertThat(octets.indexOf(Octets.of("ab"), 0, 3)).isNegative();
    assertThat(octets.indexOf(Octets.of("ab"), 0, 4)).isEqualTo(2);
    assertThat(octets.indexOf(Octets.of("ab"), 3, 4)).isNegative();
    assertThat(octets.indexOf(Octets.EMPTY, 4, 4)).isEqualTo(4);
  }

  @Test
  void of_takesACopy() {
    byte[] bytes = {1, 2};
    Octets octets = Octets.of(bytes);
    bytes[0] = 9;
    octets.toBytes()[1] = 9;

    assertThat(octets.toBytes()).containsExactly(1, 2);
  }

  @Test
  void isText_tellsTextFromOtherBytes() {
    assertThat(Octets.of("caf\u00e9").isText()).isTrue();
    assertThat(Octets.of(new byte[] {(byte) 0xC3}).isText()).isFalse();
    assertThat(Octets.of(new byte[] {'a', (byte) 0xC3}).slice(0, 1).isText()).isTrue();
    assertThat(Octets.of(new byte[0])).isSameAs(Octets.EMPTY);
  }

  /** With other bytes before and behind it. */
  private static Octets part(String text) {
    return Octets.of("abc" + text + "bbb").slice(3, 3 + text.length());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(20);
  }
}
