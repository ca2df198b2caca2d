package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.Problem;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one broken answer means for the case that it was about, with a sentence that says why. */
class MisbehavingAnswersTest {
  private static Stream<Arguments> brokenAnswers() {
    return Stream.of(
        arguments("no-json", "answered sign with a line that is no JSON: 'DEBUG signing now'"),
        arguments("not-utf-8", "wrote bytes that are not UTF-8: '{"),
        arguments(
            "wrong-id", "answered sign with another id than that of the question, the number "),
        arguments(
            "text-id", "answered sign with another id than that of the question, the number "),
        arguments("late", "answered sign with another id than that of the question, the number "),
        arguments("null", "answered sign with nothing, where an object is due: 'null'"),
        arguments("list", "answered sign with a list, where an object is due: '[]'"),
        arguments("number", "answered sign with a number, where an object is due: '3'"),
        arguments(
            "exits",
            "ended with status 9 when it was asked sign; its standard error ends"
                + " 'out of luck'"),
        arguments(
            "exits-in-a-line",
            "ended with status 5 when it was asked sign; it wrote no whole"
                + " line, but '{\"id\":'"),
        arguments("closes", "closed its output when it was asked sign"),
        arguments("long-line", "wrote a line of more than 4 MiB, which begins 'xxx"),
        arguments(
            "empty",
            "the answer to sign is not of the protocol: the answer:1:1: an answer"
                + " lacks the field 'request'"),
        arguments("request-text", "a signed request is a mapping, and here is text"),
        arguments("request-list", "a signed request is a mapping, and here is a list"),
        arguments("url-path", "'/RMT' is no absolute URL"),
        arguments("url-number", "'url' is text, and here is a number"),
        arguments("headers-list", "headers is a mapping, and here is a list"),
        arguments("header-number", "'Authorization' is text, and here is a number"),
        arguments("header-name", "'bad name' is no header name"),
        arguments("both-bodies", "has both body and bodyBase64"),
        arguments("body-no-base64", "bodyBase64 is not base64"),
        arguments(
            "skips-silently",
            "the answer to sign is not of the protocol: 'skipped' gives no reason"),
        arguments("skips-number", "'skipped' is text, and here is a number"));
  }

  /** Encoders of base64 end their line, and what is judged is what they made. */
  @Test
  void sign_withALineBreakInAHeader_isNotConformant() {
    Programs.need("python3");

    RunResult run = Misbehaviour.few(Programs.misbehaving("header-line-break")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(run.counts().failed()).isEqualTo(run.counts().total()).isPositive();
    assertThat(Problem.of(run.cases())).hasSize(1);
    assertThat(run.cases())
        .allSatisfy(
            result ->
                Misbehaviour.assertSentence(
                    result.message(),
                    "what it signed cannot be sent: the value of the header Authorization contains"
                        + " a line break or NUL"));
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void sign_withABrokenAnswer_isInconclusive(String mode, String message) {
    Programs.need("python3");
    long begun = System.nanoTime();

    RunResult run = Misbehaviour.few(Programs.misbehaving(mode)).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.counts().inconclusive()).isEqualTo(run.counts().total()).isPositive();
    assertThat(run.cases())
        .allSatisfy(result -> Misbehaviour.assertSentence(result.message(), message));
    assertThat(Misbehaviour.since(begun)).isLessThan(Misbehaviour.SLACK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          valid-text    | 'valid' is true or false, and here is text
          skips-silently | the answer to verify is not of the protocol: 'skipped' gives no reason
          valid-absent  | lacks the field 'valid'
          no-json       | answered verify with a line that is no JSON: 'DEBUG signing now'
          exits         | ended with status 9 when it was asked verify
          """)
  void verify_withABrokenAnswer_isInconclusive(String mode, String message) {
    Programs.need("python3");

    RunResult run =
        Certification.of(Programs.misbehaving(mode, "verify"), "rmtrack")
            .only("rmtrack/covers-path")
            .run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.counts().inconclusive()).isEqualTo(run.counts().total()).isPositive();
    assertThat(run.cases())
        .allSatisfy(result -> Misbehaviour.assertSentence(result.message(), message));
  }

  /** Each answers as it should, and then says more than it was asked. */
  @ParameterizedTest
  @CsvSource({"two-lines", "flood"})
  void sign_withMoreThanAnAnswer_isInconclusiveFromThere(String mode) {
    Programs.need("python3");

    RunResult run = Misbehaviour.valid(Programs.misbehaving(mode)).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(Certification.cases(run, Outcome.INCONCLUSIVE))
        .isNotEmpty()
        .allSatisfy(
            result ->
                assertThat(result.message())
                    .containsAnyOf(
                        "wrote a line before it was asked sign: '",
                        "answered sign with another id",
                        "a line that is no JSON: 'y'",
                        "flooded its output with lines that nobody asked for, such as 'y'"));
  }

  @ParameterizedTest
  @CsvSource({"honest", "extra-keys", "nulls", "noise", "crlf"})
  void sign_withOnlyOddManners_isConformant(String mode) {
    Programs.need("python3");

    RunResult run = Misbehaviour.valid(Programs.misbehaving(mode)).run();

    assertThat(run.verdict()).as(Certification.wrong(run)).isEqualTo(RunVerdict.CONFORMANT);
  }

  @Test
  void sign_skipped_isListedWithTheReason() {
    Programs.need("python3");

    RunResult run =
        Misbehaviour.valid(Programs.misbehaving("skips", "sign", "verify", "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.counts().skipped()).isEqualTo(run.counts().total()).isPositive();
    assertThat(run.cases()).extracting(CaseResult::message).containsOnly("no time\\u001b[31m");
  }

  @Test
  void sign_withAnError_isFailedAndCutShort() {
    Programs.need("python3");

    RunResult run =
        Misbehaviour.valid(Programs.misbehaving("errors", "sign", "verify", "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(run.counts().failed()).isEqualTo(run.counts().total());
    assertThat(run.cases())
        .allSatisfy(result -> Misbehaviour.assertSentence(result.message(), "EEEEEEEE…"));
  }

  /** An error is no rejection, and no control that was accepted. */
  @Test
  void verify_withAnError_neverPassesANegative() {
    Programs.need("python3");

    RunResult run =
        Certification.of(Programs.misbehaving("errors", "verify"), "rmtrack")
            .only("rmtrack/covers-path", "rmtrack/signature-required")
            .run();

    assertThat(run.counts().passed()).isZero();
    assertThat(run.verdict()).isNotEqualTo(RunVerdict.CONFORMANT);
  }

  @Test
  void send_ofNothing_isInconclusive() {
    Programs.need("python3");

    RunResult run = Misbehaviour.valid(Programs.misbehaving("sends-nothing", "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases())
        .extracting(CaseResult::message)
        .containsOnly("the client says that it sent the request, and none arrived");
  }

  /** Which of them is the one that was asked for cannot be told. */
  @Test
  void send_ofTwo_isInconclusive() {
    Programs.need("python3");

    RunResult run = Misbehaviour.valid(Programs.misbehaving("sends-twice", "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases())
        .extracting(CaseResult::message)
        .containsOnly("the client sent 2 requests, where one was asked for");
  }

  /** It is free to skip, and nobody shall take that for a verifier that has been tried. */
  @ParameterizedTest
  @CsvSource({"skips-wrong,true", "honest,false", "skips,true"})
  void verify_thatSkipsAllThatIsWrong_isNoPlainGreen(String mode, boolean said) {
    Programs.need("python3");

    RunResult run =
        Certification.of(Programs.misbehaving(mode, "verify"), "rmtrack")
            .only("rmtrack/valid-request", "rmtrack/covers-path")
            .run();

    assertThat(run.counts().failed()).isZero();
    assertThat(run.schemes().get(0).caveats())
        .hasSize(said ? 1 : 0)
        .allMatch(words -> words.startsWith("the verifier skipped every request of rmtrack"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          status-text   | 'status' is a number, and here is text
          status-other  | 'status' is 401, and what came back was 200
          status-absent | lacks the field 'status'
          """)
  void send_withoutTheStatusThatCameBack_isInconclusive(String mode, String message) {
    Programs.need("python3");

    RunResult run = Misbehaviour.valid(Programs.misbehaving(mode, "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases())
        .isNotEmpty()
        .allSatisfy(
            one ->
                Misbehaviour.assertSentence(
                    one.message(), "the answer to send is not of the protocol: "))
        .allSatisfy(one -> assertThat(one.message()).contains(message));
  }
}
