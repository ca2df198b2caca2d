package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {
  private static final Headers SEVERAL =
      Headers.NONE.with("B", "1").with("a", "2").with("b", "3").with("C", "");

  @Test
  void headers_keepOrderSpellingAndRepetitions() {
    assertThat(SEVERAL.all()).extracting(Header::name).containsExactly("B", "a", "b", "C");
  }

  @Test
  void headers_areFoundInAnyLetterCase() {
    assertThat(SEVERAL.values("b")).containsExactly("1", "3");
    assertThat(SEVERAL.first("B")).contains("1");
    assertThat(SEVERAL.first("c")).contains("");
    assertThat(SEVERAL.has("A")).isTrue();
    assertThat(SEVERAL.has("d")).isFalse();
  }

  @Test
  void headers_neverChange() {
    List<Header> list = new ArrayList<>(SEVERAL.all());
    Headers headers = new Headers(list);
    list.clear();

    assertThat(headers).isEqualTo(SEVERAL).hasSameHashCodeAs(SEVERAL);
    assertThat(headers).isNotEqualTo(SEVERAL.without("C"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> headers.all().set(0, new Header("X", "")));
  }

  @Test
  void without_takesEveryRepetitionAndNothingElse() {
    assertThat(SEVERAL.without("b").all()).extracting(Header::name).containsExactly("a", "C");
    assertThat(SEVERAL.without("x")).isSameAs(SEVERAL);
  }

  @Test
  void value_losesTheWhiteSpaceAroundIt_andKeepsTheOneInside() {
    assertThat(new Header("A", " \t x \t y\t ").value()).isEqualTo("x \t y");
    assertThat(new Header("A", " \t ").value()).isEmpty();
    assertThat(new Header("A", "\u00a0x").value()).isEqualTo("\u00a0x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "A B", "A:", "A\r", "\u00e9", "(A)", "A\u007f", "A/B"})
  void name_isAToken(String name) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new Header(name, "x"))
        .withMessageContaining("is no header name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\ny", "x\r\nInjected: y", "x\ry", "\n", "x\0"})
  void value_hasNoLineBreak(String value) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new Header("A", value))
        .withMessage(
            "the value of the header A contains a line break or NUL; send it in one line; some"
                + " encoders of base64 break theirs, or end it with a break");
  }
}
