package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  /** Which characters a source file can hold is a matter of its editor: here they are numbers. */
  @ParameterizedTest
  @CsvSource({
    "0a, \\n",
    "0d, \\r",
    "09, \\t",
    "1b, \\u001b",
    "7f, \\u007f",
    "85, \\u0085",
    "200e, \\u200e",
    "202e, \\u202e",
    "2028, \\u2028",
    "d800, \\ud800",
    "feff, \\ufeff",
    "e0001, \\udb40\\udc01",
    "5c, \\",
    "e9, é",
    "1f600, 😀"
  })
  void line_spellsWhatHasNoShapeOfItsOwn(String character, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";

    assertThat(Visible.line(text)).isEqualTo("a" + shown + "b");
  }
}
