package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whatever an adapter does in the course of a run, the run ends in time and judges the rest. */
class MisbehavingRunTest {
  /** It arrives when the next case is under way, and is not taken for that one's. */
  @Test
  void send_thatComesTooLate_costsItsOwnCaseAndNoOther() {
    Programs.need("python3");
    String command =
        "python3 %s %s"
            .formatted(
                Programs.quoted(Programs.resource("late.py")),
                Programs.quoted(Example.PYTHON.file()));

    RunResult run = Misbehaviour.valid(command).run();

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

    RunResult run = Misbehaviour.valid(Programs.misbehaving("third")).run();

    int cases = run.counts().total();
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    // Of each life the first question is hello, the second is answered, the third is not.
    assertThat(run.counts().inconclusive()).isEqualTo(cases / 2);
    assertThat(run.counts().passed()).isEqualTo(cases - run.counts().inconclusive());
    assertThat(Certification.cases(run, Outcome.INCONCLUSIVE))
        .allSatisfy(
            result ->
                Misbehaviour.assertSentence(
                    result.message(), "ended with status 4 when it was asked sign"));
  }

  /** Hundreds of cases, none of which is ever answered, take a few time limits and not hundreds. */
  @Test
  void run_ofOneThatNeverAnswers_endsWithItsPatience() {
    Programs.need("python3");

    // Nothing is done but waiting, which two can do at once.
    CompletableFuture<Unanswered> other =
        CompletableFuture.supplyAsync(() -> Unanswered.run("half-a-line"));
    assertEndsWithItsPatience(Unanswered.run("hangs"));
    assertEndsWithItsPatience(other.join());
  }

  private record Unanswered(RunResult run, Duration took) {
    static Unanswered run(String mode) {
      long begun = System.nanoTime();
      RunResult run =
          Certification.of(Programs.misbehaving(mode, "sign", "verify"), "rmtrack", "hoshinplan")
              .timeout(Misbehaviour.SHORT)
              .run();
      return new Unanswered(run, Misbehaviour.since(begun));
    }
  }

  private static void assertEndsWithItsPatience(Unanswered of) {
    assertThat(of.took()).isLessThan(Misbehaviour.SHORT.multipliedBy(9).plus(Misbehaviour.SLACK));
    assertThat(of.run().verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(of.run().cases()).hasSizeGreaterThan(200);
    assertThat(Certification.cases(of.run(), Outcome.INCONCLUSIVE))
        .hasSizeGreaterThan(200)
        .filteredOn(result -> result.message().contains("is not started again after 8 faults"))
        .hasSizeGreaterThan(190)
        .allSatisfy(
            result ->
                Misbehaviour.assertSentence(
                    result.message(), "of which the last: the adapter gave no answer"));
  }

  /** One after the other, beside a small heap: what came before must be gone again. */
  @Test
  void run_ofEndlessLines_keepsItsMemory() {
    Programs.need("python3");
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();

    RunResult run = Misbehaviour.few(Programs.misbehaving("long-line")).run();

    runtime.gc();
    long after = runtime.totalMemory() - runtime.freeMemory();
    assertThat(run.counts().inconclusive()).isEqualTo(run.counts().total());
    assertThat(after - before).isLessThan(30L << 20);
  }
}
