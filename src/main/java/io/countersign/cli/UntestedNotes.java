package io.countersign.cli;

import io.countersign.steps.Untested;
import io.countersign.suite.Level;
import io.countersign.suite.Requirement;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Requirements that nothing tests: everybody meets them, and nobody would notice.
 *
 * @param run with the musts among them noted
 * @param others what is to be said of the others, once the run is shown
 */
record UntestedNotes(RunResult run, List<String> others) {
  /** A run that was not to try all of its schemes tells nothing of what it did not try. */
  static UntestedNotes of(RunResult run, Selection selection, List<SchemeUnderTest> subjects) {
    if (!selection.isOfWholeRequirements()) {
      return new UntestedNotes(run, List.of());
    }
    Map<String, List<Requirement>> untested = new LinkedHashMap<>();
    run.schemes().forEach(one -> untested.put(one.scheme().id(), in(one, selection, subjects)));
    Predicate<Requirement> isNoted =
        one -> one.level() == Level.MUST && selection.isWhole(one.id());
    return new UntestedNotes(
        run.withSchemes(one -> one.withUntested(ids(untested.get(one.scheme().id()), isNoted))),
        untested.values().stream()
            .flatMap(all -> ids(all, isNoted.negate()).stream())
            .map(id -> "nothing tests " + id + ", which requirements.yaml lists")
            .toList());
  }

  private static List<String> ids(List<Requirement> all, Predicate<Requirement> which) {
    return all.stream().filter(which).map(Requirement::id).toList();
  }

  private static List<Requirement> in(
      SchemeResult result, Selection selection, List<SchemeUnderTest> subjects) {
    Set<String> tried = new HashSet<>();
    result.cases().forEach(one -> tried.add(one.requirement()));
    List<Requirement> untried =
        result.requirements().stream()
            .filter(Requirement::isTested)
            .filter(one -> selection.includes(one.id(), List.of()) && !tried.contains(one.id()))
            .toList();
    if (untried.isEmpty()) {
      return untried;
    }
    List<String> nowhere =
        subjects.stream()
            .filter(subject -> subject.scheme().id().equals(result.scheme().id()))
            .flatMap(subject -> Untested.of(subject).stream())
            .toList();
    return untried.stream().filter(one -> nowhere.contains(one.id())).toList();
  }
}
