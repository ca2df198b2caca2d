package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordsTest {
  @Test
  void split_quotesAsAShellDoes() {
    assertThat(ShellWords.split(" a 'b \\ \"c' \"d \\\" \\\\ \\n 'e\" f\\ g'' '' "))
        .containsExactly("a", "b \\ \"c", "d \" \\ \\n 'e", "f g", "");
  }

  @Test
  void split_joinsLinesThatEndInABackslash() {
    assertThat(ShellWords.split("a \\\n b\\\r\nc \"d\\\ne\"")).containsExactly("a", "bc", "de");
  }

  @Test
  void split_knowsTheEscapesOfDollarQuotes() {
    assertThat(ShellWords.split("$'a\\'b\\n\\t\\\\ \\u0021\\x41\\101 é'"))
        .containsExactly("a'b\n\t\\ !AA é");
  }

  @Test
  void split_takesOperatorsAndVariablesAsTheyStand() {
    assertThat(ShellWords.split("a|b $c \"$(d)\" `e` f&g"))
        .containsExactly("a|b", "$c", "$(d)", "`e`", "f&g");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "a \"b", "$'a\\'"})
  void split_refusesOpenQuote(String text) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ShellWords.split(text))
        .withMessageContaining("not closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void split_refusesNothing(String text) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ShellWords.split(text))
        .withMessage("the command is empty; name a program");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '^',
      value = {
        "curl http://h/?a=1&b=2 ! a & that is not quoted",
        "curl http://h/ | jq ! a | that is not quoted",
        "curl http://h/ > out ! a > that is not quoted",
        "curl -H \"T: $TOKEN\" ! in the place of $T",
        "curl -H T:$(date) ! in the place of $(",
        "curl `x` ! in the place of `"
      })
  void splitPasted_refusesWhatAShellWouldActOn(String text, String problem) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ShellWords.splitPasted(text))
        .withMessageContaining(problem);
  }

  @Test
  void splitPasted_takesWhatIsQuoted() {
    assertThat(ShellWords.splitPasted("a 'b&c|$d' \"e&f;\\$g\" \\$h i$ $1"))
        .containsExactly("a", "b&c|$d", "e&f;$g", "$h", "i$", "$1");
  }
}
