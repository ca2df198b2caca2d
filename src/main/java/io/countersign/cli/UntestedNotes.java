package io.countersign.cli;

import io.countersign.steps.Untested;
import io.countersign.suite.Level;
import io.countersign.suite.Requirement;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Requirements that nothing tests: everybody meets them, and nobody would notice. */
final class UntestedNotes {
  private final Selection selection;
  private final List<SchemeUnderTest> subjects;
  private final List<String> others = new ArrayList<>();

  UntestedNotes(Selection selection, List<SchemeUnderTest> subjects) {
    this.selection = selection;
    this.subjects = subjects;
  }

  /** The run with the musts among them noted, if it was to try all of its schemes. */
  RunResult in(RunResult run) {
    return selection.isOfWholeRequirements() ? run.withSchemes(this::in) : run;
  }

  /** What is to be said of the others, once the run is shown. */
  List<String> others() {
    return others;
  }

  private SchemeResult in(SchemeResult result) {
    List<String> musts = new ArrayList<>();
    for (Requirement requirement : untested(result)) {
      if (requirement.level() == Level.MUST && selection.isWhole(requirement.id())) {
        musts.add(requirement.id());
      } else {
        others.add("nothing tests " + requirement.id() + ", which requirements.yaml lists");
      }
    }
    return result.withUntested(musts);
  }

  private List<Requirement> untested(SchemeResult result) {
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
