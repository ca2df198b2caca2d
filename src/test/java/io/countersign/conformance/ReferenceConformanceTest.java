package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Course;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.SchemeResult;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite run against the implementation that is right by definition. */
final class ReferenceConformanceTest {
  private static final int FEWEST_PASSED = 150;
  private static final int FEWEST_DISTINCT = 40;

  private static List<String> withOutcome(RunResult run, Outcome outcome) {
    return run.cases().stream()
        .filter(one -> one.outcome() == outcome)
        .map(
            one -> one.requirement() + " (" + one.role() + ") " + one.name() + ": " + one.message())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void reference_isConformant(ReferenceRun reference) {
    RunResult run = reference.result();
    assertThat(withOutcome(run, Outcome.FAILED)).isEmpty();
    assertThat(withOutcome(run, Outcome.INCONCLUSIVE)).isEmpty();
    assertThat(withOutcome(run, Outcome.SKIPPED)).isEmpty();
    assertThat(run.verdict()).isEqualTo(RunVerdict.CONFORMANT);
    assertThat(run.complete()).isTrue();
    assertThat(run.counts().passed()).isGreaterThanOrEqualTo(FEWEST_PASSED);
    assertThat(run.schemes()).extracting(one -> one.scheme().id()).isEqualTo(Runs.ALL);
  }

  @ParameterizedTest
  @EnumSource
  void everyScheme_hasPassedCasesInEveryRoleOfTheTarget(ReferenceRun reference) {
    for (SchemeResult scheme : reference.result().schemes()) {
      for (Role role : List.of(Role.SIGNER, Role.VERIFIER, Role.ENDPOINT)) {
        assertThat(scheme.cases())
            .as("%s as %s", scheme.scheme().id(), role)
            .anyMatch(one -> one.role() == role && one.outcome() == Outcome.PASSED);
      }
    }
  }

  /** What is tried in two roles is one case; what is only recorded is none. */
  @ParameterizedTest
  @EnumSource
  void everySigningScheme_hasManyDistinctCases(ReferenceRun reference) {
    for (SchemeResult scheme : reference.result().schemes()) {
      if (Runs.SIGNING.contains(scheme.scheme().id())) {
        Set<List<String>> distinct =
            scheme.cases().stream()
                .filter(one -> one.outcome() == Outcome.PASSED)
                .map(one -> List.of(one.requirement(), one.name()))
                .collect(Collectors.toSet());
        assertThat(distinct).as(scheme.scheme().id()).hasSizeGreaterThanOrEqualTo(FEWEST_DISTINCT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCase_hasStepsThatPassedAndSaysWhatItLookedAt(ReferenceRun reference) {
    for (CaseResult one : reference.result().cases()) {
      String what = one.requirement() + ": " + one.name();
      assertThat(one.course().steps()).as(what).isNotEmpty();
      assertThat(one.course().attachments()).as(what).isNotEmpty();
      if (one.outcome() == Outcome.PASSED) {
        assertThat(one.course().steps())
            .as(what)
            .allMatch(step -> step.outcome() == Outcome.PASSED);
      } else {
        assertThat(one.message()).as("%s records something", what).isNotBlank();
      }
    }
  }

  /** Of a run at a given time, too: one report has one time. */
  @ParameterizedTest
  @EnumSource
  void everyCaseAndStep_isWithinTheRun(ReferenceRun reference) {
    RunResult run = reference.result();
    Instant end = run.started().plus(run.duration());
    for (CaseResult one : run.cases()) {
      Course course = one.course();
      Instant ended = course.started().plus(course.duration());
      assertThat(course.started()).as(one.name()).isBetween(run.started(), end);
      assertThat(ended).as(one.name()).isBetween(run.started(), end);
      assertThat(course.steps()).allMatch(step -> !step.started().isBefore(course.started()));
    }
  }

  @Test
  void results_dependOnSeedAndClockAlone() {
    List<String> reversed = new ArrayList<>(Runs.ALL);
    Collections.reverse(reversed);
    RunResult other =
        Runs.of(EmbeddedTarget.reference(), ReferenceRun.DOCUMENTED.result().profile(), reversed);
    for (SchemeResult scheme : ReferenceRun.DOCUMENTED.result().schemes()) {
      assertThat(said(other, scheme.scheme().id()))
          .as(scheme.scheme().id())
          .isEqualTo(said(ReferenceRun.DOCUMENTED.result(), scheme.scheme().id()));
    }
  }

  private record Said(
      String requirement, String name, Role role, Outcome outcome, String message) {}

  private static List<Said> said(RunResult run, String scheme) {
    return run.cases().stream()
        .filter(one -> one.scheme().equals(scheme))
        .map(
            one ->
                new Said(one.requirement(), one.name(), one.role(), one.outcome(), one.message()))
        .toList();
  }
}
