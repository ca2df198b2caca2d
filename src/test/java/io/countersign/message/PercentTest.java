package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PercentTest {
  @Property
  void decode_undoesEncode(@ForAll("texts") String text) {
    assertThat(Percent.decode(Percent.encode(text))).isEqualTo(text);
    assertThat(Percent.encode(text)).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})*");
  }

  /** Text without halves of surrogate pairs, which no UTF-8 can write. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars(" %+&=/?#abcXYZ09-._~\u00e9\u20ac\u0000\u007f\n")
        .ofMaxLength(30);
  }

  @ParameterizedTest
  @CsvSource({
    "%41, A",
    "%c3%a9, \u00e9",
    "%C3%A9, \u00e9",
    "a+b, a+b",
    "%2B, +",
    "%, %",
    "%4, %4",
    "%4g, %4g",
    "%%41, %A",
    "%25%34%31, %41",
    "x%, x%",
    "%E2%82%AC%20, '\u20ac '",
  })
  void decode_takesWellFormedEscapesOnly_andOnce(String text, String expected) {
    assertThat(Percent.decode(text)).isEqualTo(expected);
  }

  @Test
  void encode_countsBytesNotCharacters() {
    assertThat(Percent.encode("\u00e9 /+~")).isEqualTo("%C3%A9%20%2F%2B~");
  }

  @Test
  void appendDecoded_givesBytesThatAreNoText() {
    OctetBuffer out = new OctetBuffer();
    Percent.appendDecoded("a%FF\u00e9%00", out);

    byte[] accented = "\u00e9".getBytes(StandardCharsets.UTF_8);
    assertThat(out.toOctets().toBytes())
        .containsExactly('a', (byte) 0xFF, accented[0], accented[1], (byte) 0);
  }
}
