package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An adapter that does not start, or greets wrongly: there is no run, and a sentence says why. */
class MisbehavingHelloTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no-such-program --x             | 'no-such-program' cannot be started: No such file or
          /                               | '/' cannot be started: Permission denied
          sh -c 'echo oops >&2; exit 7'   | asked hello; its standard error ends 'oops'
          true                            | ended with status 0
          sh -c 'kill -9 $$'              | ended with status 137
          """)
  void start_ofWhatDoesNotRun_saysSo(String command, String message) {
    Misbehaviour.assertSentence(Certification.of(command).refusal(), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hello-banner        | answered hello with a line that is no JSON: 'Welcome to my adapter'
          hello-closes        | closed its output when it was asked hello
          hello-flood         | 'y'
          hello-long-line     | wrote a line of more than 4 MiB, which begins 'xxxxxxxxxx
          hello-null          | answered hello with nothing, where an object is due: 'null'
          hello-list          | answered hello with a list, where an object is due: '[1, 2]'
          hello-number        | answered hello with a number, where an object is due: '42'
          hello-text          | answered hello with text, where an object is due: '"hello"'
          hello-empty-line    | answered hello with an empty line
          hello-warning       | an empty line, and behind it 'Warning: no key'; what is no answer belongs on
          hello-error         | answered hello with 'error': 'licence expired'
          hello-skipped       | answered hello with 'skipped': 'not today'
          hello-no-id         | with another id than that of the question
          hello-no-name       | lacks the field 'name'
          hello-no-ops        | lacks the field 'ops'
          hello-no-schemes    | lacks the field 'schemes'
          hello-empty-ops     | offers nothing: the ops of its hello name none of sign, verify and send
          hello-other-ops     | offers nothing
          hello-numeric-name  | 'name' is text, and here is a number
          hello-ops-text      | 'ops' is a list, and here is text
          hello-deep          | a line that is no JSON: '[[[[[[
          hello-twice-a-key   | answered hello with a field that is there twice:
          """)
  void hello_thatIsNone_endsBeforeTheRun(String mode, String message) {
    Programs.need("python3");

    Misbehaviour.assertSentence(Certification.of(Programs.misbehaving(mode)).refusal(), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hello-hangs      | gave no answer within 2 s when it was asked hello
          hello-prompt     | 2 s when it was asked hello; it wrote no whole line, but 'password:'
          hello-complains  | its standard error ends 'no configuration'
          hello-noise      | its standard error ends '…
          """)
  void hello_thatDoesNotCome_endsAtTheTimeLimit(String mode, String message) {
    Programs.need("python3");
    long begun = System.nanoTime();

    String refusal =
        Certification.of(Programs.misbehaving(mode)).timeout(Misbehaviour.SHORT).refusal();

    Misbehaviour.assertSentence(refusal, message);
    assertThat(Misbehaviour.since(begun)).isLessThan(Misbehaviour.SHORT.plus(Misbehaviour.SLACK));
  }
}
