package io.countersign.steps;

import io.countersign.suite.CaseId;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Course;
import io.countersign.suite.Ending;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.suite.Vocabulary;
import io.countersign.target.Role;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.ObjectFactorySupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.ConcurrentEventListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the conformance suite: the features of each scheme, in each role that the target has,
 * through Cucumber in this process.
 */
public final class Suite {
  private static final URI GLUE = URI.create("classpath:/io/countersign/steps");

  /** Has stack traces for what results say in a sentence. */
  private static final Logger CUCUMBERS = Logger.getLogger(Runtime.class.getName());

  private final RunContext run;
  private final List<SchemeUnderTest> subjects;
  private final Selection selection;
  private final Subjects byId;
  private final ResultCollector collector;
  private final RunListener listener;
  private final RunClock clock;
  private final FeatureShelf shelf;
  private final int threads;

  /**
   * Reads the features itself, and runs on as many threads as there are processors; on one where
   * the target is an adapter, which is asked one thing at a time: in the same order by each run.
   */
  public Suite(
      RunContext run, List<SchemeUnderTest> subjects, Selection selection, RunListener listener) {
    this(
        run,
        subjects,
        selection,
        listener,
        new FeatureShelf(),
        run.target().info().kind() == TargetInfo.Kind.ADAPTER
            ? 1
            : java.lang.Runtime.getRuntime().availableProcessors());
  }

  /**
   * One of many runs.
   *
   * @param shelf features that other runs have read already, and where this one leaves what it
   *     reads
   * @param threads how many scenarios run at once
   */
  public Suite(
      RunContext run,
      List<SchemeUnderTest> subjects,
      Selection selection,
      RunListener listener,
      FeatureShelf shelf,
      int threads) {
    this.run = run;
    this.subjects = List.copyOf(subjects);
    this.selection = selection;
    this.byId = new Subjects(subjects);
    this.collector = new ResultCollector(byId, run.profile(), listener);
    this.listener = listener;
    this.clock = RunClock.startingAt(run.time());
    this.shelf = shelf;
    this.threads = threads;
  }

  /**
   * Runs everything that is selected.
   *
   * @return the results in the order of their places, derived ones first, however they were run
   * @throws io.countersign.document.InputException if a feature of a scheme is wrong
   */
  public RunResult run() {
    boolean embedded = run.target().info().kind() == TargetInfo.Kind.EMBEDDED;
    Scenarios scenarios =
        new Scenarios(run.profile(), roles(run.target()), embedded, selection, shelf);
    List<RoleFeature> features = new ArrayList<>();
    subjects.forEach(subject -> features.addAll(scenarios.of(subject)));
    List<RoleFeature> tried = features.stream().map(this::withoutSkipped).toList();
    new StepCheck(id -> new Vocabulary(run, byId.get(id).scheme()), shelf.understood())
        .require(
            tried,
            (some, checking) -> cucumber(some, checking, options().setThreads(1).setDryRun()));
    int cases = tried.stream().mapToInt(feature -> feature.getPickles().size()).sum();
    listener.begins(cases);
    cucumber(tried, collector, options());
    collector.requireResults(cases);
    collector.requireRightWords();
    List<ResultCollector.Finished> finished = collector.finished();
    features.forEach(feature -> finished.addAll(skipped(feature)));
    return result(finished, true);
  }

  /** What is known while the run still goes on, for when it is interrupted. */
  public RunResult soFar() {
    return result(collector.finished(), false);
  }

  private RunResult result(List<ResultCollector.Finished> finished, boolean complete) {
    return new RunResult(
        run.target().info(),
        run.profile(),
        run.seed(),
        clock.started(),
        clock.elapsed(),
        results(finished),
        complete);
  }

  private RuntimeOptionsBuilder options() {
    return new RuntimeOptionsBuilder()
        .addGlue(GLUE)
        .setThreads(threads)
        .setNoSummary()
        .setPublishQuiet(true);
  }

  private void cucumber(
      List<RoleFeature> features, ConcurrentEventListener plugin, RuntimeOptionsBuilder options) {
    Runtime runtime =
        Runtime.builder()
            .withRuntimeOptions(options.build())
            .withEventBus(new TimeServiceEventBus(clock, Ids.NEXT))
            .withFeatureSupplier(() -> List.copyOf(features))
            .withObjectFactorySupplier(perThread())
            .withAdditionalPlugins(plugin)
            .build();
    CUCUMBERS.setLevel(Level.OFF);
    new RememberingLoader(Suite.class.getClassLoader()).during(runtime::run);
  }

  private ObjectFactorySupplier perThread() {
    ThreadLocal<CaseFactory> factories =
        ThreadLocal.withInitial(() -> new CaseFactory(run, byId, collector::logOf));
    return factories::get;
  }

  private RoleFeature withoutSkipped(RoleFeature feature) {
    return feature.with(
        feature.getPickles().stream()
            .filter(pickle -> selection.reasonToSkip(requirement(pickle)).isEmpty())
            .toList());
  }

  /** What an option left out is said, too. */
  private List<ResultCollector.Finished> skipped(RoleFeature feature) {
    List<ResultCollector.Finished> results = new ArrayList<>();
    for (Pickle pickle : feature.getPickles()) {
      selection
          .reasonToSkip(requirement(pickle))
          .ifPresent(reason -> results.add(skipped(pickle, reason)));
    }
    return results;
  }

  private ResultCollector.Finished skipped(Pickle pickle, String reason) {
    Source source = Source.of(pickle.getUri());
    CaseResult result =
        new CaseResult(
            new CaseId(source.scheme(), requirement(pickle), pickle.getName(), source.role()),
            Ending.of(Outcome.SKIPPED, reason),
            Course.untried(clock.instant()));
    return new ResultCollector.Finished(
        Source.file(pickle.getUri()), pickle.getLocation().getLine(), result);
  }

  private static String requirement(Pickle pickle) {
    return RequirementTag.among(pickle.getTags(), Source.of(pickle.getUri()));
  }

  private List<SchemeResult> results(List<ResultCollector.Finished> finished) {
    finished.sort(
        Comparator.comparing(ResultCollector.Finished::file)
            .thenComparing(ResultCollector.Finished::line)
            .thenComparing(one -> one.result().role()));
    return subjects.stream()
        .map(
            subject ->
                SchemeResult.of(
                    subject,
                    finished.stream()
                        .map(ResultCollector.Finished::result)
                        .filter(result -> result.scheme().equals(subject.scheme().id()))
                        .toList()))
        .toList();
  }

  private static Set<Role> roles(Target target) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    target.signer().ifPresent(present -> roles.add(Role.SIGNER));
    target.verifier().ifPresent(present -> roles.add(Role.VERIFIER));
    target.client().ifPresent(present -> roles.add(Role.CLIENT));
    target.endpoint().ifPresent(present -> roles.add(Role.ENDPOINT));
    return roles;
  }
}
