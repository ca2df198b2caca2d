package io.countersign.conformance;

import static io.countersign.conformance.BrokenRuns.requirements;
import static io.countersign.conformance.BrokenRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.PathChange;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.VerifierUnderTest;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite says of verifiers that have something wrong. */
final class BrokenVerifierTest {
  private static final BinaryOperator<HttpRequest> METHOD =
      (now, then) -> now.withMethod(then.method());
  private static final BinaryOperator<HttpRequest> HOST =
      (now, then) -> now.withUrl(now.url().withAuthority(then.url().authority()));
  private static final BinaryOperator<HttpRequest> PATH =
      (now, then) -> PathChange.withPath(now, then.path());
  private static final BinaryOperator<HttpRequest> QUERY =
      (now, then) -> now.withUrl(now.url().withQuery(then.query()));
  private static final BinaryOperator<HttpRequest> BODY = (now, then) -> now.withBody(then.body());
  private static final BinaryOperator<HttpRequest> HEADERS =
      (now, then) -> now.withHeaders(then.headers());

  static Stream<Arguments> mistakes() {
    return Stream.of(
        overlooks("the method", METHOD, "ticketevolution/covers-method"),
        overlooks("the method", METHOD, "rmtrack/covers-method"),
        overlooks("the host", HOST, "ticketevolution/covers-host"),
        overlooks("the path", PATH, "ticketevolution/covers-path"),
        overlooks("the path", PATH, "rmtrack/covers-path"),
        overlooks("the path", PATH, "hoshinplan/covers-path"),
        overlooks("the query", QUERY, "ticketevolution/covers-query"),
        overlooks("the query", QUERY, "hoshinplan/covers-query"),
        overlooks("the body", BODY, "ticketevolution/covers-body"),
        overlooks("the timestamp", HEADERS, "ticketmatic/covers-timestamp"),
        overlooks("the timestamp", HEADERS, "rmtrack/covers-timestamp"),
        overlooks("the timestamp", QUERY, "hoshinplan/covers-timestamp"),
        mistake(
            "takes any account",
            BrokenVerifiers.alsoTaking("account", "another"),
            "ticketmatic/covers-credential-account"),
        mistake("compares beginnings", prefix(), "ticketevolution/signature-form"),
        mistake("compares beginnings", prefix(), "ticketmatic/signature-form"),
        mistake("compares beginnings", prefix(), "rmtrack/signature-form"),
        mistake("compares beginnings", prefix(), "hoshinplan/signature-form"),
        mistake(
            "reads hex in either case",
            BrokenVerifiers.comparing(String::equalsIgnoreCase),
            "ticketmatic/signature-form"),
        mistake(
            "compares base64 in either case",
            BrokenVerifiers.comparing(String::equalsIgnoreCase),
            "ticketevolution/signature-value"),
        mistake(
            "lets nothing expire", BrokenVerifiers.withoutExpiry(), "ticketmatic/timestamp-window"),
        mistake(
            "lets nothing expire", BrokenVerifiers.withoutExpiry(), "hoshinplan/timestamp-window"));
  }

  private static Arguments overlooks(
      String what, BinaryOperator<HttpRequest> overlook, String requirement) {
    return mistake("overlooks " + what, BrokenVerifiers.overlooking(overlook), requirement);
  }

  private static Arguments mistake(String what, VerifierUnderTest verifier, String requirement) {
    return Arguments.of(what, verifier, requirement);
  }

  private static VerifierUnderTest prefix() {
    return BrokenVerifiers.comparing(String::startsWith);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("mistakes")
  void mistake_failsItsRequirement(String what, VerifierUnderTest verifier, String requirement) {
    String scheme = requirement.substring(0, requirement.indexOf('/'));
    RunResult run = run(verifier, scheme);
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(requirements(run, Outcome.FAILED)).contains(requirement);
    assertThat(requirements(run, Outcome.FAILED)).doesNotContain(scheme + "/valid-request");
    assertThat(requirements(run, Outcome.INCONCLUSIVE)).isEmpty();
  }

  @Test
  void acceptingEverything_failsEveryNegative() {
    RunResult run =
        run(
            BrokenVerifiers.of(call -> new Judged.Accepted("yes")),
            Runs.ALL.toArray(String[]::new));
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(run.cases())
        .filteredOn(BrokenRuns::isNegative)
        .hasSizeGreaterThan(100)
        .allMatch(one -> one.outcome() == Outcome.FAILED || one.outcome() == Outcome.RECORDED);
    assertThat(requirements(run, Outcome.INCONCLUSIVE)).isEmpty();
    for (String scheme : Runs.ALL) {
      assertThat(requirements(run, Outcome.FAILED))
          .contains(
              scheme + "/credential-required",
              scheme + "/unknown-key",
              scheme + "/signature-form",
              scheme + "/signature-value");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOCUMENTED", "DEPLOYED"})
  void rejectingEverything_passesNoNegative(Profile profile) {
    RunResult run =
        run(
            BrokenVerifiers.of(call -> new Judged.Rejected("signature-mismatch", "")),
            profile,
            Runs.ALL.toArray(String[]::new));
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(run.cases())
        .filteredOn(BrokenRuns::isNegative)
        .hasSizeGreaterThan(100)
        .noneMatch(one -> one.outcome() == Outcome.PASSED)
        .anyMatch(one -> one.outcome() == Outcome.INCONCLUSIVE);
    for (String scheme : Runs.ALL) {
      assertThat(requirements(run, Outcome.FAILED)).contains(scheme + "/valid-request");
    }
  }

  /** What the documentation leaves open cannot stop a run either. */
  @Test
  void refusingWhatIsLeftOpen_isRecorded() {
    VerifierUnderTest reference = EmbeddedTarget.reference().verifier().orElseThrow();
    VerifierUnderTest plusIsBlank =
        BrokenVerifiers.of(
            call ->
                call.request().query().orElse("").contains("Acme+")
                    ? new Judged.Rejected("signature-mismatch", "")
                    : reference.judge(call));

    RunResult run = run(plusIsBlank, "hoshinplan");

    assertThat(run.verdict()).isEqualTo(RunVerdict.CONFORMANT);
    assertThat(run.cases())
        .filteredOn(one -> one.requirement().equals("hoshinplan/plus-in-value"))
        .extracting(CaseResult::outcome)
        .containsOnly(Outcome.RECORDED);
    assertThat(run.cases())
        .extracting(CaseResult::message)
        .contains("the unchanged request was not accepted: it was rejected as signature-mismatch");
  }
}
