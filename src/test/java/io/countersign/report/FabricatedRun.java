package io.countersign.report;

import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import io.countersign.suite.Attachment;
import io.countersign.suite.CaseId;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Course;
import io.countersign.suite.Course.StepResult;
import io.countersign.suite.Disposition;
import io.countersign.suite.Ending;
import io.countersign.suite.Level;
import io.countersign.suite.Outcome;
import io.countersign.suite.Requirement;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.target.Role;
import io.countersign.target.TargetInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run as large and as mixed as a real one, made up. */
final class FabricatedRun {
  static final Instant START = Instant.parse("2026-03-01T09:30:00.250Z");

  private static final String[] TOPICS = {
    "string-to-sign", "sorted-query", "final-newline", "timestamp-window", "timestamp-format",
    "signature-encoding", "unknown-key", "missing-signature", "key-bytes", "tampered-path",
    "tampered-method", "body-not-covered", "future-timestamp", "duplicate-header"
  };

  private FabricatedRun() {}

  static Schemes schemes() {
    return Schemes.in(List.of(TestSchemes.features()));
  }

  /** Five schemes, about three hundred cases, every outcome, level and disposition. */
  static RunResult large() {
    Schemes schemes = schemes();
    List<SchemeResult> results =
        schemes.ids().stream().map(schemes::scheme).map(FabricatedRun::scheme).toList();
    return run(results);
  }

  static RunResult run(List<SchemeResult> results) {
    return new RunResult(
        new TargetInfo(TargetInfo.Kind.ADAPTER, "tm-php 1.4"),
        Profile.DOCUMENTED,
        4711,
        START,
        Duration.ofMillis(4321),
        results);
  }

  private static SchemeResult scheme(Scheme scheme) {
    List<Requirement> requirements = new ArrayList<>();
    List<CaseResult> cases = new ArrayList<>();
    for (int topic = 0; topic < TOPICS.length; topic++) {
      Requirement requirement = requirement(scheme, topic);
      requirements.add(requirement);
      for (int i = 0; requirement.disposition() != Disposition.UNTESTABLE && i < 4; i++) {
        Role role = i % 2 == 0 ? Role.SIGNER : Role.VERIFIER;
        String name = i < 2 ? "a plain GET request" : "a request with é and a blank in its path";
        cases.add(result(requirement, scheme, name, role, outcome(scheme, requirement, topic, i)));
      }
    }
    return new SchemeResult(scheme, requirements, cases);
  }

  private static Requirement requirement(Scheme scheme, int topic) {
    Level level =
        topic > 10 ? Level.SILENT : topic == 8 ? Level.SHOULD : topic == 9 ? Level.MAY : Level.MUST;
    Disposition disposition =
        topic == 5 ? Disposition.ERRATUM : topic == 7 ? Disposition.UNTESTABLE : Disposition.TESTED;
    return new Requirement(
        scheme.id() + "/" + TOPICS[topic],
        level,
        "A verifier rejects a request as soon as one octet of what is signed differs.",
        scheme.documents().get(0).id(),
        "Request signing, second paragraph",
        disposition,
        disposition == Disposition.TESTED ? "" : "The page's example cannot be recomputed.");
  }

  private static Outcome outcome(Scheme scheme, Requirement requirement, int topic, int i) {
    if (requirement.level() == Level.SILENT) {
      return Outcome.RECORDED;
    }
    if (scheme.id().equals("rmtrack")) {
      return Outcome.SKIPPED;
    }
    if (scheme.id().equals("ticketevolution") && topic == 1) {
      return i % 2 == 0 ? Outcome.FAILED : Outcome.PASSED;
    }
    return scheme.id().equals("hoshinplan") && topic == 3 && i == 1
        ? Outcome.INCONCLUSIVE
        : Outcome.PASSED;
  }

  private static CaseResult result(
      Requirement requirement, Scheme scheme, String name, Role role, Outcome outcome) {
    return result(requirement.id(), scheme.id(), name, role, outcome, message(outcome));
  }

  static CaseResult result(
      String requirement, String scheme, String name, Role role, Outcome outcome, String message) {
    Duration step = Duration.ofMillis(7);
    return new CaseResult(
        new CaseId(scheme, requirement, name, role),
        Ending.of(outcome, message),
        new Course(
            List.of(
                new StepResult(
                    "Given the scheme's example credentials", Outcome.PASSED, START, step),
                new StepResult("And a request that was just accepted", Outcome.PASSED, START, step),
                new StepResult("When one octet of its path is changed", outcome, START, step),
                new StepResult(
                    "Then it is rejected",
                    outcome == Outcome.PASSED || outcome == Outcome.RECORDED
                        ? outcome
                        : Outcome.SKIPPED,
                    START,
                    step)),
            List.of(
                new Attachment(
                    "request", "GET /v9/brokerages?page=1 HTTP/1.1\r\nX-Token: abc\r\n\r\n"),
                new Attachment("string to sign", "GET api.example.com/v9/brokerages?page=1"),
                new Attachment("answer", "HTTP/1.1 401 Unauthorized\r\n\r\n{\"error\":\"no\"}")),
            List.of(),
            START,
            Duration.ofMillis(28)));
  }

  private static String message(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "";
      case FAILED ->
          "The string to sign differs from the documented one.\n"
              + "expected: GET api.example.com/v9/brokerages?page=1&per_page=1\n"
              + "but was:  GET api.example.com/v9/brokerages?per_page=1&page=1";
      case INCONCLUSIVE -> "The adapter gave no answer within 10 s; it was started again.";
      case SKIPPED -> "tm-php does not offer this scheme";
      case RECORDED -> "A timestamp 10 min in the future is accepted.";
    };
  }
}
