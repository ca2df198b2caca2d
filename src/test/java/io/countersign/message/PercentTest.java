package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
  void encode_leavesTheUnreservedBytesAndNoOthers() {
    String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (int octet = 0; octet < 256; octet++) {
      String letter = String.valueOf((char) octet);
      String expected = unreserved.contains(letter) ? letter : "%%%02X".formatted(octet);
      OctetBuffer out = new OctetBuffer(0);
      Percent.appendEncoded(Octets.of(new byte[] {(byte) octet}), out);

      assertThat(out.append("behind").textFrom(0)).isEqualTo(expected + "behind");
    }
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

  /** Letter by letter, as the standard has it; what is quicker has to give the same. */
  @Property
  void encodeAndDecode_areThoseOfEachByte(@ForAll("escapes") String text) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      encoded.append(c == '%' ? "%25" : c == '=' ? "%3D" : String.valueOf(c));
      if (c == '%' && text.substring(i + 1).matches("(?s)[0-9A-Fa-f]{2}.*")) {
        decoded.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
        encoded.append(text, i - 1, i + 1);
      } else {
        decoded.write(c);
      }
    }
    OctetBuffer out = new OctetBuffer(1).append("before");
    Percent.appendDecoded(text, out);

    assertThat(out.toOctets()).isEqualTo(Octets.of("before").plus(octets(decoded)));
    assertThat(Percent.decode(Octets.of("?" + text).slice(1, text.length() + 1)))
        .isEqualTo(octets(decoded));
    assertThat(Percent.encode(text)).isEqualTo(encoded.toString());
  }

  @Property
  void standsFor_isEqualityOfWhatIsDecoded(
      @ForAll("escapes") String text, @ForAll("escapes") String other, @ForAll byte changed) {
    Octets sent = Octets.of("?" + text).slice(1, text.length() + 1);
    Octets plain = Percent.decode(sent);
    byte[] bytes = plain.toBytes();

    assertThat(sent.standsForInConstantTime(plain)).isTrue();
    assertThat(sent.standsForInConstantTime(Octets.of(other)))
        .isEqualTo(plain.equals(Octets.of(other)));
    assertThat(sent.standsForInConstantTime(plain.plus(Octets.of("%")))).isFalse();
    for (int i = 0; i < bytes.length; i++) {
      byte right = bytes[i];
      bytes[i] = changed;
      assertThat(sent.standsForInConstantTime(Octets.of(bytes))).isEqualTo(changed == right);
      assertThat(sent.standsForInConstantTime(plain.slice(0, i))).isFalse();
      bytes[i] = right;
    }
  }

  private static Octets octets(ByteArrayOutputStream bytes) {
    return Octets.of(bytes.toByteArray());
  }

  @Provide
  Arbitrary<String> escapes() {
    return Arbitraries.of("%", "%4", "%41", "%ff", "%zz", "=", "a", "12345678", "rest~")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }
}
