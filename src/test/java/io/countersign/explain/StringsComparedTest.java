package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Octets;
import org.junit.jupiter.api.Test;

class StringsComparedTest {
  @Test
  void lines_markFirstDifference() {
    StringsCompared compared =
        StringsCompared.of(Octets.of("GET\n/a b\r\nx"), Octets.of("GET\n/a b\nx\n"));
    assertThat(compared.lines())
        .containsExactly(
            "signed:   GET↵/a b␍↵x", //
            "expected: GET↵/a b↵x↵",
            "                  ^");
  }

  @Test
  void lines_markWhatIsMissingAtTheEnd() {
    StringsCompared compared = StringsCompared.of(Octets.of("GET"), Octets.of("GET\n"));
    assertThat(compared.column()).isEqualTo(3);
    assertThat(compared.lines()).endsWith("             ^");
  }

  @Test
  void lines_markNothingInEqualStrings() {
    assertThat(StringsCompared.of(Octets.of("a"), Octets.of("a")).lines()).hasSize(2);
  }

  @Test
  void visible_showsWhatCannotBeSeen() {
    assertThat(StringsCompared.visible("a\tb\u0000c\u00A0d\uFEFFe\u0301 é€"))
        .isEqualTo("a⇥b␀c\\u00a0d\\ufeffe\\u0301 é€");
  }

  @Test
  void of_showsBytesThatAreNoText() {
    StringsCompared compared =
        StringsCompared.of(Octets.of(new byte[] {'c', (byte) 0xE9}), Octets.of("cé"));
    assertThat(compared.signed()).isEqualTo("c\\xe9");
    assertThat(compared.column()).isEqualTo(1);
  }

  @Test
  void of_findsTheFirstDifferenceOfBytesAndText() {
    StringsCompared compared =
        StringsCompared.of(Octets.of("a b\n?"), Octets.of(new byte[] {'a', ' ', 'b', '\n', -1}));
    assertThat(compared.expected()).isEqualTo("a b↵\\xff");
    assertThat(compared.column()).isEqualTo(4);
  }

  @Test
  void within_cutsAroundTheFirstDifference() {
    String same = "x".repeat(300);
    StringsCompared compared =
        StringsCompared.of(Octets.of(same + "a" + same), Octets.of(same + "b" + same)).within(40);

    assertThat(compared.signed()).hasSize(40).startsWith("…x").endsWith("x…");
    assertThat(compared.signed().charAt(compared.column())).isEqualTo('a');
    assertThat(compared.expected().charAt(compared.column())).isEqualTo('b');
  }

  @Test
  void within_keepsWhatIsShort() {
    StringsCompared compared = StringsCompared.of(Octets.of("ab"), Octets.of("ac"));
    assertThat(compared.within(2)).isEqualTo(compared);
  }

  @Test
  void within_keepsTheBeginningOfEqualStrings() {
    Octets text = Octets.of("x".repeat(50));
    assertThat(StringsCompared.of(text, text).within(10).expected()).isEqualTo("xxxxxxxxx…");
  }

  @Test
  void within_showsAnEndThatIsReachedEarly() {
    StringsCompared compared =
        StringsCompared.of(Octets.of("ab"), Octets.of("ab" + "x".repeat(50))).within(10);
    assertThat(compared.signed()).isEqualTo("ab");
    assertThat(compared.expected()).isEqualTo("abxxxxxxx…");
  }
}
