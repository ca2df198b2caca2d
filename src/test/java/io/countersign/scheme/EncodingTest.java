package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodingTest {
  @Property
  void decode_undoesEncode(@ForAll Encoding encoding, @ForAll byte[] bytes) {
    assertThat(encoding.decode(encoding.encode(bytes))).contains(bytes);
  }

  @Property
  void hex_isThatOfTheJavaLibrary(@ForAll byte[] bytes) {
    HexFormat hex = HexFormat.of();
    assertThat(Encoding.HEX.encode(bytes)).isEqualTo(hex.formatHex(bytes));
    assertThat(Encoding.HEX_UPPER.encode(bytes)).isEqualTo(hex.withUpperCase().formatHex(bytes));
  }

  @Property
  void decode_takesOnlyWhatEncodeWrites(@ForAll Encoding encoding, @ForAll String text) {
    encoding.decode(text).ifPresent(bytes -> assertThat(encoding.encode(bytes)).isEqualTo(text));
  }

  @ParameterizedTest
  @CsvSource({
    "HEX, ff0a, true",
    "HEX, FF0A, false",
    "HEX, fF0a, false",
    "HEX, ff0, false",
    "HEX, 'ff 0a', false",
    "HEX, 'ff0a ', false",
    "HEX_UPPER, FF0A, true",
    "HEX_UPPER, ff0a, false",
    "BASE64, +/8=, true",
    "BASE64, +/8, false",
    "BASE64, -_8=, false",
    "BASE64, +/9=, false",
    "BASE64, +/8==, false",
    "BASE64, '+/8=\n', false",
    "BASE64, '+/\n8=', false",
    "BASE64, ' +/8=', false",
    "BASE64, '+ 8=', false",
    "BASE64_URL, -_8, true",
    "BASE64_URL, -_8=, false",
    "BASE64_URL, +/8, false",
    "BASE64_URL, -_9, false",
  })
  void decode_isStrict(Encoding encoding, String text, boolean taken) {
    assertThat(encoding.decode(text).isPresent()).isEqualTo(taken);
  }
}
