package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class OctetBufferTest {
  @Property
  void append_writesTextAsUtf8(@ForAll List<String> texts) {
    OctetBuffer buffer = new OctetBuffer();
    texts.forEach(buffer::append);

    assertThat(buffer.toOctets().toBytes())
        .isEqualTo(
            String.join("", texts.stream().map(OctetBufferTest::asSent).toList())
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Halves of surrogate pairs become question marks, each where it stands. */
  private static String asSent(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void clear_emptiesItForTheNextMessage() {
    OctetBuffer buffer = new OctetBuffer().append("long enough to remain").append((byte) 1);
    buffer.clear();
    buffer.append("x");

    assertThat(buffer.toOctets()).isEqualTo(Octets.of("x"));
  }

  @Test
  void truncate_takesBackTheEnd() {
    OctetBuffer buffer = new OctetBuffer().append("abc");
    buffer.truncate(1);

    assertThat(buffer.textFrom(0)).isEqualTo("a");
  }

  @Test
  void octets_areNotChangedThroughTheirArrays() {
    byte[] bytes = {1, 2};
    Octets octets = Octets.of(bytes);
    bytes[0] = 9;
    octets.toBytes()[1] = 9;

    assertThat(octets.toBytes()).containsExactly(1, 2);
  }

  @Test
  void octets_tellTextFromOtherBytes() {
    assertThat(Octets.of("caf\u00e9").isText()).isTrue();
    assertThat(Octets.of(new byte[] {(byte) 0xC3}).isText()).isFalse();
    assertThat(Octets.of(new byte[0])).isSameAs(Octets.EMPTY);
  }
}
