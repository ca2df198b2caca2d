package io.countersign.selftest;

import io.countersign.scheme.Profile;
import io.countersign.steps.FeatureShelf;
import io.countersign.steps.Suite;
import io.countersign.steps.Untested;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Catalogues;
import io.countersign.suite.Explaining;
import io.countersign.suite.Level;
import io.countersign.suite.Outcome;
import io.countersign.suite.Requirement;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Runs the whole suite against every deviating signer and verifier of the catalogue, and against
 * signers that are right in another way than the reference.
 */
public final class SelfTest {
  /** The seed of the published figures. */
  public static final long SEED = 1;

  /** The clock of the published figures: an afternoon, so that no zone changes the day. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T14:05:06Z"), ZoneOffset.UTC);

  private final List<SchemeUnderTest> subjects;
  private final Profile profile;
  private final Clock clock;
  private final long seed;
  private final Catalogues catalogues = new Catalogues();
  private final FeatureShelf features = new FeatureShelf();
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  public SelfTest(List<SchemeUnderTest> subjects, Profile profile, Clock clock, long seed) {
    this.subjects = List.copyOf(subjects);
    this.profile = profile;
    this.clock = clock;
    this.seed = seed;
  }

  /**
   * Puts every candidate under test, several at once.
   *
   * @param listener is told each trial, in order
   */
  public SelfTestResult run(Consumer<Trial> listener) {
    return run(candidate -> true, listener);
  }

  /** The same with some of the candidates alone. */
  SelfTestResult run(Predicate<Candidate> wanted, Consumer<Trial> listener) {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Trial>> pending = new ArrayList<>();
      for (SchemeUnderTest subject : subjects) {
        Reference reference = Reference.of(target -> run(subject, target));
        for (Candidate candidate : Candidates.of(subject, profile)) {
          if (wanted.test(candidate)) {
            pending.add(workers.submit(() -> attempt(candidate, reference)));
          }
        }
      }
      List<Trial> trials = new ArrayList<>();
      for (Future<Trial> one : pending) {
        Trial trial = one.get();
        listener.accept(trial);
        trials.add(trial);
      }
      return new SelfTestResult(trials, unnamed(trials));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Trial attempt(Candidate candidate, Reference reference) {
    try (Target target = candidate.target().get()) {
      RunResult run = run(candidate.subject(), target);
      List<CaseResult> cases = run.cases();
      cases.forEach(one -> tried.add(one.requirement()));
      Set<String> failed =
          cases.stream()
              .filter(one -> one.outcome() == Outcome.FAILED)
              .map(CaseResult::requirement)
              .collect(Collectors.toSet());
      Set<String> recorded = reference.differences(cases, candidate.role());
      return new Trial(
          candidate.subject().scheme().id(),
          candidate.role(),
          candidate.id(),
          candidate.title(),
          candidate.right()
              ? certified(run)
              : end(candidate, !failed.isEmpty(), !recorded.isEmpty()),
          candidate.equivalence().orElse(""),
          named(candidate.subject(), failed.isEmpty() ? recorded : failed));
    }
  }

  /** In the order of the requirements; a scheme that lists none has those of its cases. */
  private static List<String> named(SchemeUnderTest subject, Set<String> ids) {
    Collection<Requirement> listed = subject.requirements().all();
    return listed.isEmpty()
        ? ids.stream().sorted().toList()
        : listed.stream().map(Requirement::id).filter(ids::contains).toList();
  }

  private RunResult run(SchemeUnderTest subject, Target target) {
    // Nobody has to be told what is wrong with a candidate.
    RunContext context =
        RunContext.of(target, profile, clock, seed).with(Explaining.unwanted(), catalogues);
    return new Suite(context, List.of(subject), Selection.ALL, RunListener.NONE, features, 1).run();
  }

  /** Who is right has to be found conformant: that nothing could be tried would not do. */
  private static Trial.End certified(RunResult run) {
    return run.verdict() == RunVerdict.CONFORMANT ? Trial.End.PASSED : Trial.End.ACCUSED;
  }

  private static Trial.End end(Candidate candidate, boolean failed, boolean recorded) {
    if (failed) {
      return Trial.End.CAUGHT;
    }
    if (candidate.equivalence().isPresent()) {
      return Trial.End.EQUIVALENT;
    }
    return recorded ? Trial.End.RECORDED : Trial.End.SURVIVED;
  }

  /**
   * The musts that no deviation's failure ever named: of those that this profile has cases for, or
   * neither profile has.
   */
  private List<String> unnamed(List<Trial> trials) {
    Set<String> named =
        trials.stream()
            .filter(trial -> trial.end() == Trial.End.CAUGHT)
            .flatMap(trial -> trial.requirements().stream())
            .collect(Collectors.toSet());
    Set<String> due = new HashSet<>(tried);
    subjects.forEach(subject -> due.addAll(Untested.of(subject)));
    return subjects.stream()
        .flatMap(subject -> subject.requirements().all().stream())
        .filter(requirement -> requirement.level() == Level.MUST)
        // An erratum is about documents: there is nobody who could fail it.
        .filter(requirement -> requirement.isTested() && due.contains(requirement.id()))
        .map(Requirement::id)
        .filter(id -> !named.contains(id))
        .toList();
  }
}
