package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import io.countersign.target.Signed;
import io.countersign.target.SignerUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the suite says of signers that have something wrong. */
final class BrokenSignerTest {
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "does not sort",
            BrokenSigners.over(BrokenSigners::unsorted),
            "ticketevolution/sorted-query"),
        mistake(
            "leaves the final newline out",
            BrokenSigners.over(BrokenSigners::withoutLast),
            "rmtrack/final-newline"),
        mistake(
            "writes hex for base64",
            BrokenSigners.with(mac -> BrokenSigners.encoding(mac, Encoding.HEX)),
            "ticketevolution/base64"),
        mistake(
            "writes hex for base64",
            BrokenSigners.with(mac -> BrokenSigners.encoding(mac, Encoding.HEX)),
            "rmtrack/base64"),
        mistake(
            "writes base64 for the URL",
            BrokenSigners.with(mac -> BrokenSigners.encoding(mac, Encoding.BASE64_URL)),
            "ticketevolution/base64"),
        mistake(
            "writes hex in upper case",
            BrokenSigners.with(mac -> BrokenSigners.encoding(mac, Encoding.HEX_UPPER)),
            "ticketmatic/signature-hex"),
        mistake(
            "writes local time",
            BrokenSigners.late(Duration.ofHours(2)),
            "ticketmatic/timestamp-utc"),
        mistake(
            "writes local time", BrokenSigners.late(Duration.ofHours(2)), "rmtrack/date-in-utc"),
        mistake(
            "writes local time",
            BrokenSigners.late(Duration.ofHours(2)),
            "hoshinplan/time-of-the-call"),
        mistake(
            "uses SHA-1 for SHA-256",
            BrokenSigners.with(mac -> BrokenSigners.algorithm(mac, Algorithm.HMAC_SHA1)),
            "ticketevolution/hmac-sha256"),
        mistake(
            "uses SHA-256 for SHA-1",
            BrokenSigners.with(mac -> BrokenSigners.algorithm(mac, Algorithm.HMAC_SHA256)),
            "rmtrack/hmac-sha1"),
        mistake(
            "leaves the account out",
            BrokenSigners.over(
                parts -> BrokenSigners.without(parts, new Part.Credential("account"))),
            "ticketmatic/string-to-sign"),
        mistake(
            "drops the query",
            BrokenSigners.then(BrokenSigners::withoutQuery),
            "ticketmatic/valid-request"),
        mistake(
            "drops the query",
            BrokenSigners.then(BrokenSigners::withoutQuery),
            "rmtrack/valid-request"),
        mistake(
            "changes the body",
            BrokenSigners.then(request -> request.withBody(longer(request))),
            "ticketmatic/valid-request"),
        mistake(
            "changes the body",
            BrokenSigners.then(request -> request.withBody(longer(request))),
            "hoshinplan/valid-request"),
        mistake(
            "answers with an error",
            call -> new Signed.Error("cannot"),
            "ticketevolution/valid-request"));
  }

  private static Arguments mistake(String what, SignerUnderTest signer, String requirement) {
    return Arguments.of(what, signer, requirement);
  }

  private static Octets longer(HttpRequest request) {
    return Octets.of(request.body().text() + " ");
  }

  private static RunResult run(SignerUnderTest signer, String scheme) {
    EmbeddedTarget broken = EmbeddedTarget.reference().withSigner(signer);
    return Runs.of(new OneRole(broken, Role.SIGNER), Profile.DOCUMENTED, List.of(scheme));
  }

  /** The erratum scenarios are about documents and need no signer that works. */
  private static List<CaseResult> judged(RunResult run) {
    return run.cases().stream().filter(one -> !one.requirement().contains("/erratum-")).toList();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("mistakes")
  void mistake_failsItsRequirement(String what, SignerUnderTest signer, String requirement) {
    RunResult run = run(signer, requirement.substring(0, requirement.indexOf('/')));
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    Set<String> failed =
        run.cases().stream()
            .filter(one -> one.outcome() == Outcome.FAILED)
            .map(CaseResult::requirement)
            .collect(Collectors.toSet());
    assertThat(failed).contains(requirement);
    assertThat(run.counts().inconclusive()).isZero();
  }

  @Test
  void faults_areInconclusive() {
    RunResult run = run(call -> new Signed.Fault("it crashed"), "rmtrack");
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(judged(run))
        .isNotEmpty()
        .allMatch(one -> one.outcome() == Outcome.INCONCLUSIVE)
        .allMatch(one -> one.message().equals("it crashed"));
  }

  @Test
  void exceptions_areInconclusive() {
    RunResult run =
        run(
            call -> {
              throw new IllegalStateException("out of order");
            },
            "rmtrack");
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(judged(run))
        .allMatch(one -> one.message().equals("IllegalStateException: out of order"));
  }

  @Test
  void skipping_judgesNothing() {
    RunResult run = run(call -> new Signed.Skipped("not today"), "rmtrack");
    assertThat(run.verdict()).isEqualTo(RunVerdict.INCONCLUSIVE);
    assertThat(judged(run))
        .allMatch(one -> one.outcome() == Outcome.SKIPPED && one.message().equals("not today"));
  }
}
