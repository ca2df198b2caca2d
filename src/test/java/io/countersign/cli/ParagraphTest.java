package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ParagraphTest {
  @Test
  void lines_breakAtTheLastSpaceThatFits() {
    assertThat(new Paragraph("", "one two three").lines(13)).containsExactly("one two three");
    assertThat(new Paragraph("", "one two three").lines(12)).containsExactly("one two", "three");
    assertThat(new Paragraph("", "one two three").lines(7)).containsExactly("one two", "three");
    assertThat(new Paragraph("", "one two three").lines(6)).containsExactly("one", "two", "three");
  }

  @Test
  void lines_leaveTheLabelStickingOut() {
    assertThat(new Paragraph("Fix: ", "one two three").lines(12))
        .containsExactly("Fix: one two", "     three");
    assertThat(new Paragraph("  1. ", "").lines(12)).containsExactly("  1. ");
  }

  @Test
  void lines_letAWordThatIsTooLongStickOut() {
    assertThat(new Paragraph("- ", "a https://example.com/long b c").lines(9))
        .containsExactly("- a", "  https://example.com/long", "  b c");
    assertThat(new Paragraph("- ", "https://example.com/long").lines(9))
        .containsExactly("- https://example.com/long");
    assertThat(new Paragraph("longer label ", "one two").lines(9))
        .containsExactly("longer label one", " ".repeat(13) + "two");
  }

  /** As many characters as people see, even those that Java holds in two. */
  @Test
  void lines_countCharactersAndNotHalves() {
    assertThat(new Paragraph("", "😀😀 😀😀").lines(5)).containsExactly("😀😀 😀😀");
    assertThat(new Paragraph("", "😀😀 😀😀").lines(4)).containsExactly("😀😀", "😀😀");
  }
}
