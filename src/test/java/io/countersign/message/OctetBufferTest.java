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
  void take_givesTheBytesAway() {
    OctetBuffer buffer = new OctetBuffer(1).append("abc");
    Octets taken = buffer.take();
    buffer.append("xyz");

    assertThat(taken).hasToString("abc");
    assertThat(buffer.toOctets()).hasToString("xyz");
  }
}
