package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an adapter does, the run ends in time, and says in a sentence what happened. */
class MisbehavingAdaptersTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** A slow machine may take so long besides what is waited for. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  private static final int LONGEST_MESSAGE = 1200;

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
    assertSentence(Certification.of(command).refusal(), message);
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
          hello-empty-line    | a line that is no JSON: ''
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
          hello-twice-a-key   | a line that is no JSON
          """)
  void hello_thatIsNone_endsBeforeTheRun(String mode, String message) {
    Programs.need("python3");

    assertSentence(Certification.of(Programs.misbehaving(mode)).refusal(), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hello-hangs      | gave no answer within 1 s when it was asked hello
          hello-prompt     | 1 s when it was asked hello; it wrote no whole line, but 'password:'
          hello-complains  | its standard error ends 'no configuration'
          hello-noise      | its standard error ends '…
          """)
  void hello_thatDoesNotCome_endsAtTheTimeLimit(String mode, String message) {
    Programs.need("python3");
    long begun = System.nanoTime();

    String refusal = Certification.of(Programs.misbehaving(mode)).timeout(SHORT).refusal();

    assertSentence(refusal, message);
    assertThat(since(begun)).isLessThan(SHORT.plus(SLACK));
  }

  private static Stream<Arguments> brokenAnswers() {
    return Stream.of(
        arguments("no-json", "answered sign with a line that is no JSON: 'DEBUG signing now'"),
        arguments("not-utf-8", "wrote bytes that are not UTF-8: '{"),
        arguments("wrong-id", "answered sign with another id than that of the question: '{"),
        arguments("text-id", "answered sign with another id than that of the question: '{"),
        arguments("late", "answered sign with another id than that of the question: '{"),
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
        arguments("header-line-break", "contains a line break"),
        arguments("header-name", "'bad name' is no header name"),
        arguments("both-bodies", "has both body and bodyBase64"),
        arguments("body-no-base64", "bodyBase64 is not base64"),
        arguments("skips-number", "'skipped' is text, and here is a number"));
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void sign_withABrokenAnswer_isInconclusive(String mode, String message) {
    Programs.need("python3");
    long begun = System.nanoTime();

    RunResult run = few(Programs.misbehaving(mode)).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.counts().inconclusive()).isEqualTo(run.counts().total()).isPositive();
    assertThat(run.cases()).allSatisfy(result -> assertSentence(result.message(), message));
    assertThat(since(begun)).isLessThan(SLACK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          valid-text    | 'valid' is true or false, and here is text
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
    assertThat(run.cases()).allSatisfy(result -> assertSentence(result.message(), message));
  }

  /** Each answers as it should, and then says more than it was asked. */
  @ParameterizedTest
  @CsvSource({"two-lines", "flood"})
  void sign_withMoreThanAnAnswer_isInconclusiveFromThere(String mode) {
    Programs.need("python3");

    RunResult run = valid(Programs.misbehaving(mode)).run();

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

    RunResult run = valid(Programs.misbehaving(mode)).run();

    assertThat(run.verdict()).as(Certification.wrong(run)).isEqualTo(RunVerdict.CONFORMANT);
  }

  @Test
  void sign_skipped_isListedWithTheReason() {
    Programs.need("python3");

    RunResult run = valid(Programs.misbehaving("skips", "sign", "verify", "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.counts().skipped()).isEqualTo(run.counts().total()).isPositive();
    assertThat(run.cases()).extracting(CaseResult::message).containsOnly("no time\\u001b[31m");
  }

  @Test
  void sign_withAnError_isFailedAndCutShort() {
    Programs.need("python3");

    RunResult run = valid(Programs.misbehaving("errors", "sign", "verify", "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(run.counts().failed()).isEqualTo(run.counts().total());
    assertThat(run.cases()).allSatisfy(result -> assertSentence(result.message(), "EEEEEEEE…"));
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

    RunResult run = valid(Programs.misbehaving("sends-nothing", "send")).run();

    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases())
        .extracting(CaseResult::message)
        .containsOnly("the client says that it sent the request, and none arrived");
  }

  /** It arrives when the next case is under way, and is not taken for that one's. */
  @Test
  void send_thatComesTooLate_costsItsOwnCaseAndNoOther() {
    Programs.need("python3");
    String command =
        "python3 %s %s"
            .formatted(
                Programs.quoted(Programs.resource("late.py")),
                Programs.quoted(Example.PYTHON.file()));

    RunResult run = valid(command).run();

    assertThat(run.cases()).hasSizeGreaterThan(5);
    assertThat(Certification.cases(run, Outcome.INCONCLUSIVE))
        .singleElement()
        .extracting(CaseResult::message)
        .isEqualTo("the client says that it sent the request, and none arrived");
    assertThat(run.counts().passed())
        .as(Certification.wrong(run))
        .isEqualTo(run.cases().size() - 1);
  }

  /** The others are judged: a crash costs its own case and no more. */
  @Test
  void sign_thatCrashesNowAndThen_isJudgedInBetween() {
    Programs.need("python3");

    RunResult run = valid(Programs.misbehaving("third")).run();

    int cases = run.counts().total();
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    // Of each life the first question is hello, the second is answered, the third is not.
    assertThat(run.counts().inconclusive()).isEqualTo(cases / 2);
    assertThat(run.counts().passed()).isEqualTo(cases - run.counts().inconclusive());
    assertThat(Certification.cases(run, Outcome.INCONCLUSIVE))
        .allSatisfy(
            result ->
                assertSentence(result.message(), "ended with status 4 when it was asked sign"));
  }

  /** Hundreds of cases, none of which is ever answered, take a few time limits and not hundreds. */
  @ParameterizedTest
  @CsvSource({"hangs", "half-a-line"})
  void run_ofOneThatNeverAnswers_endsWithItsPatience(String mode) {
    Programs.need("python3");
    long begun = System.nanoTime();

    RunResult run =
        Certification.of(Programs.misbehaving(mode, "sign", "verify"), "rmtrack", "hoshinplan")
            .timeout(SHORT)
            .run();

    assertThat(since(begun)).isLessThan(SHORT.multipliedBy(9).plus(SLACK));
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(run.cases()).hasSizeGreaterThan(200);
    assertThat(Certification.cases(run, Outcome.INCONCLUSIVE))
        .hasSizeGreaterThan(200)
        .filteredOn(result -> result.message().contains("is not started again after 8 faults"))
        .hasSizeGreaterThan(190)
        .allSatisfy(
            result ->
                assertSentence(result.message(), "of which the last: the adapter gave no answer"));
  }

  /** One after the other, beside a small heap: what came before must be gone again. */
  @Test
  void run_ofEndlessLines_keepsItsMemory() {
    Programs.need("python3");
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();

    RunResult run = few(Programs.misbehaving("long-line")).run();

    runtime.gc();
    long after = runtime.totalMemory() - runtime.freeMemory();
    assertThat(run.counts().inconclusive()).isEqualTo(run.counts().total());
    assertThat(after - before).isLessThan(30L << 20);
  }

  private static Certification valid(String command) {
    return Certification.of(command, "rmtrack").only("rmtrack/valid-request");
  }

  /** Some of which each costs a start, if it comes to that. */
  private static Certification few(String command) {
    return Certification.of(command, "rmtrack")
        .only("rmtrack/final-newline", "rmtrack/authorization-header", "rmtrack/base64");
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** On one line, not long, and nothing that Java says of itself. */
  private static void assertSentence(String message, String part) {
    assertThat(message)
        .contains(part)
        .doesNotContain("\n", "Exception", "\tat ", "io.countersign")
        .hasSizeLessThan(LONGEST_MESSAGE);
    assertThat(List.of(message.split("\\p{Cntrl}"))).hasSize(1);
  }
}
