package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldsTest {
  /** Two constants, to be written as words. */
  private enum Size {
    VERY_SMALL,
    LARGE
  }

  @Test
  void unknownKey_isRefusedAtItsNameWithWhatItResembles() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Fields.of(yaml("name: a\nrol: b\n"), "a thing", "name", "role"))
        .withMessage("f:2:1: unknown key 'rol' in a thing; did you mean 'role'?");
  }

  @Test
  void unknownKeyThatResemblesNothing_isRefusedWithAllThereAre() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Fields.of(yaml("colour: a\n"), "a thing", "role", "name"))
        .withMessage("f:1:1: unknown key 'colour' in a thing; one of name, role");
  }

  @Test
  void missingField_isRefusedAtItsMapping() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Fields.open(yaml("a: b\n"), "a thing").text("name"))
        .withMessage("f:1:1: a thing lacks the field 'name'; add 'name:'");
  }

  @Test
  void listWhereAMappingIsDue_isRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Fields.open(yaml("- a\n"), "a thing"))
        .withMessage("f:1:1: a thing is a mapping, and here is a list; write it as key: value");
  }

  @Test
  void valueOfAnotherKind_isRefusedWithBothKinds() {
    assertRefused("a: 1", f -> f.text("a"), "'a' is text, and here is a number; put it in quotes");
    assertRefused("a: yes", f -> f.flag("a", true), "'a' is true or false, and here is text");
    assertRefused("a: [b]", f -> f.text("a"), "'a' is text, and here is a list");
    assertRefused("a: {b: c}", f -> f.optionalText("a"), "'a' is text, and here is a mapping");
    assertRefused("a: ~", f -> f.text("a"), "'a' is text, and here is nothing");
    assertRefused("a: true", f -> f.text("a"), "'a' is text, and here is a boolean");
    assertRefused("a: b", f -> f.items("a"), "'a' is a list, and here is text");
    assertRefused("a: [1]", f -> f.texts("a"), "'a' is text, and here is a number");
  }

  @Test
  void words_areWrittenInLowerCaseWithHyphens() {
    Fields fields = Fields.open(yaml("size: very-small\n"), "it");

    assertThat(fields.word("size", Size.class)).isEqualTo(Size.VERY_SMALL);
    assertThat(fields.word("other", Size.LARGE)).isEqualTo(Size.LARGE);
    assertThat(EnumWord.of(Size.VERY_SMALL)).isEqualTo("very-small");
  }

  @ParameterizedTest
  @CsvSource({"VERY_SMALL", "very_small", "Very-Small", "''", "' large'"})
  void wordInAnotherSpelling_isRefused(String word) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Fields.open(yaml("size: '" + word + "'"), "it").word("size", Size.class))
        .withMessageStartingWith("f:1:7: 'size' cannot be '" + word + "'; ");
  }

  private static void assertRefused(String text, Consumer<Fields> reading, String problem) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> reading.accept(Fields.open(yaml(text), "it")))
        .withMessageMatching("f:1:\\d+: .*")
        .withMessageContaining(problem);
  }

  private static Node yaml(String text) {
    return Documents.readYaml("f", text);
  }
}
