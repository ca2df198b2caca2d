package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import org.junit.jupiter.api.Test;

/** RFC 9110, sections 5.5 and 5.6.2. */
final class HeaderTest {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  @Test
  void name_isMadeOfTokenCharacters_andOfNoOthers() {
    for (char c = 0; c < 0x180; c++) {
      boolean alphanumeric = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      assertThat(Header.isToken("x" + c))
          .as("character %d", (int) c)
          .isEqualTo(alphanumeric || TOKEN_MARKS.indexOf(c) >= 0);
    }
    assertThat(Header.isToken("")).isFalse();
  }

  @Test
  void withValue_isTheSameHeaderWithAnother() {
    Header header = new Header("X-A", "1");

    assertThat(header.withValue(Octets.of(" 2\t")))
        .isEqualTo(new Header("X-A", "2"))
        .isNotEqualTo(header);
    assertThat(header.withValue(Octets.of("1"))).isEqualTo(header).hasSameHashCodeAs(header);
    assertThatThrownBy(() -> header.withValue(Octets.of("1\r\nX-B: 2")))
        .isInstanceOf(InputException.class);
  }

  @Test
  void value_mayHoldTabsButNoLineBreak_atEveryPlace() {
    for (int place = 0; place < 12; place++) {
      String value = "x".repeat(place) + "\t" + "y".repeat(11 - place) + "z";
      assertThat(new Header("A", value).octets()).isEqualTo(Octets.of(value.strip()));
      for (char refused : new char[] {'\r', '\n', '\0'}) {
        assertThatThrownBy(() -> new Header("A", value.replace('\t', refused)))
            .isInstanceOf(InputException.class);
      }
    }
  }
}
