package io.countersign.steps;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.suite.CaseId;
import io.countersign.suite.CaseLog;
import io.countersign.suite.CaseResult;
import io.countersign.suite.ControlRefusedException;
import io.countersign.suite.Course;
import io.countersign.suite.EndedCaseException;
import io.countersign.suite.Ending;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunListener;
import io.cucumber.java.Scenario;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Turns what Cucumber says of its scenarios into results of cases. */
final class ResultCollector implements ConcurrentEventListener {
  private static final String BROKEN_OFF =
      "an error of the machine broke the case off, such as too little memory";

  private final Subjects subjects;
  private final Profile profile;
  private final RunListener listener;
  private final Map<UUID, OpenCase> open = new ConcurrentHashMap<>();
  private final Queue<Misunderstanding> misunderstood = new ConcurrentLinkedQueue<>();
  private final Map<UUID, Finished> finished = new ConcurrentHashMap<>();

  /** A case that ended, and where its scenario stands, by which results are ordered. */
  record Finished(String file, int line, CaseResult result) {}

  ResultCollector(Subjects subjects, Profile profile, RunListener listener) {
    this.subjects = subjects;
    this.profile = profile;
    this.listener = listener;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, this::started);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
  }

  /** Where the case of a scenario that runs writes down what it sees. */
  CaseLog logOf(Scenario scenario) {
    return open.get(UUID.fromString(scenario.getId()));
  }

  /** Everything that ended so far, in no order; the list is the caller's own. */
  List<Finished> finished() {
    return new ArrayList<>(finished.values());
  }

  /**
   * Gives a result to those that an error of the machine broke off: Cucumber says nothing of their
   * end, and nobody would miss them.
   *
   * @param cases how many were to be run
   * @throws IllegalStateException if one did not even begin
   */
  void requireResults(int cases) {
    for (OpenCase broken : List.copyOf(open.values())) {
      finish(broken, Ending.of(Outcome.INCONCLUSIVE, BROKEN_OFF), Duration.ZERO);
    }
    if (finished.size() != cases) {
      throw new IllegalStateException(finished.size() + " results of " + cases + " cases");
    }
  }

  /**
   * A sentence that names what is not there is the author's mistake and not the target's.
   *
   * @throws InputException if there was one
   */
  void requireRightWords() {
    Misunderstanding.requireNone(misunderstood);
  }

  private void started(TestCaseStarted event) {
    TestCase testCase = event.getTestCase();
    open.put(testCase.getId(), new OpenCase(testCase, event.getInstant()));
  }

  private void stepFinished(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      wrongInput(event.getResult().getError())
          .map(wrong -> Misunderstanding.of(event.getTestCase(), step, "wrong words in", wrong))
          .ifPresent(misunderstood::add);
      Duration duration = event.getResult().getDuration();
      of(event.getTestCase())
          .took(
              new Course.StepResult(
                  step.getStep().getKeyword().strip() + " " + step.getStep().getText(),
                  ending(event.getResult().getStatus(), event.getResult().getError()).outcome(),
                  event.getInstant().minus(duration),
                  duration));
    }
  }

  private void caseFinished(TestCaseFinished event) {
    TestCase testCase = event.getTestCase();
    OpenCase ended = of(testCase);
    Source source = Source.of(testCase.getUri());
    String requirement = RequirementTag.among(testCase.getTags(), source);
    Throwable error = event.getResult().getError();
    Ending ending = ending(event.getResult().getStatus(), error);
    Outcome outcome = ending.outcome();
    boolean tells =
        outcome == Outcome.PASSED
            || outcome == Outcome.FAILED
            || error instanceof ControlRefusedException;
    if (tells && subjects.get(source.scheme()).isRecorded(requirement, profile)) {
      boolean said = outcome != Outcome.PASSED || ended.saw().isEmpty();
      ending = ending.recorded(said ? ending.message() : ended.saw());
    }
    finish(ended, ending, event.getResult().getDuration());
  }

  private void finish(OpenCase ended, Ending ending, Duration duration) {
    TestCase testCase = ended.testCase();
    open.remove(testCase.getId());
    Source source = Source.of(testCase.getUri());
    String requirement = RequirementTag.among(testCase.getTags(), source);
    CaseResult result =
        new CaseResult(
            new CaseId(source.scheme(), requirement, testCase.getName(), source.role()),
            ending,
            ended.course(duration));
    finished.put(
        testCase.getId(),
        new Finished(Source.file(testCase.getUri()), testCase.getLocation().getLine(), result));
    listener.ended(result);
  }

  /** What a step says of the words in it; Cucumber wraps what its parameter types throw. */
  private static Optional<String> wrongInput(@Nullable Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException) {
        return Optional.of(cause.getMessage());
      }
    }
    return Optional.empty();
  }

  private static Ending ending(Status status, @Nullable Throwable error) {
    if (error instanceof EndedCaseException ended) {
      return ended.ending();
    }
    Outcome outcome =
        switch (status) {
          case PASSED -> Outcome.PASSED;
          case SKIPPED -> Outcome.SKIPPED;
          default -> Outcome.INCONCLUSIVE;
        };
    return Ending.of(outcome, error == null ? "" : unforeseen(error));
  }

  /** What a person is told; of what is no mistake in a feature, also its kind. */
  private static String unforeseen(Throwable error) {
    String text = error.getMessage() == null ? "" : error.getMessage();
    return error instanceof InputException ? text : error.getClass().getSimpleName() + ": " + text;
  }

  private OpenCase of(TestCase testCase) {
    return open.get(testCase.getId());
  }
}
