package io.countersign.steps;

import io.countersign.document.InputException;
import io.countersign.suite.Vocabulary;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds sentences that no step understands, or more than one, or whose words are wrong, before any
 * scenario runs. Each sentence is looked at once, however many scenarios say it; those of derived
 * scenarios are our own words, which tests hold to the steps there are.
 */
final class StepCheck {
  private final Function<String, Vocabulary> vocabularies;
  private final Set<String> understood;

  /**
   * @param vocabularies what the scenarios of a scheme can name, by its id
   * @param understood sentences that need no look any more; those that turn out well are added
   */
  StepCheck(Function<String, Vocabulary> vocabularies, Set<String> understood) {
    this.vocabularies = vocabularies;
    this.understood = understood;
  }

  /**
   * @param dryRun runs features without doing what their steps say, and tells a listener
   * @throws InputException if a sentence is not understood; it names the file and the line
   */
  void require(
      List<RoleFeature> features, BiConsumer<List<RoleFeature>, ConcurrentEventListener> dryRun) {
    Set<String> looked = new HashSet<>();
    List<RoleFeature> fresh = new ArrayList<>();
    for (RoleFeature feature : features) {
      if (Source.isDerived(feature.getUri())) {
        continue;
      }
      String scheme = Source.of(feature.getUri()).scheme();
      List<Pickle> pickles =
          feature.getPickles().stream()
              .filter(pickle -> saysSomethingNew(scheme, pickle, looked))
              .toList();
      if (!pickles.isEmpty()) {
        fresh.add(feature.with(pickles));
      }
    }
    if (!fresh.isEmpty()) {
      Listener listener = new Listener(vocabularies);
      dryRun.accept(fresh, listener);
      listener.requireNothing();
      understood.addAll(looked);
    }
  }

  /** What a sentence names may be there in one scheme and not in another. */
  private boolean saysSomethingNew(String scheme, Pickle pickle, Set<String> looked) {
    List<String> sentences =
        pickle.getSteps().stream()
            .map(step -> scheme + ": " + step.getText())
            .filter(Predicate.not(understood::contains))
            .toList();
    return looked.addAll(sentences);
  }

  private static final class Listener implements ConcurrentEventListener {
    private static final String ADVICE = "docs/schemes.md lists the steps there are";

    private final Function<String, Vocabulary> vocabularies;
    private final List<Misunderstanding> found = new ArrayList<>();
    private final Set<String> expressions = new HashSet<>();

    Listener(Function<String, Vocabulary> vocabularies) {
      this.vocabularies = vocabularies;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(StepDefinedEvent.class, this::defined);
      publisher.registerHandlerFor(TestStepFinished.class, this::finished);
    }

    private synchronized void defined(StepDefinedEvent event) {
      expressions.add(event.getStepDefinition().getPattern());
    }

    private synchronized void finished(TestStepFinished event) {
      if (event.getTestStep() instanceof PickleStepTestStep step) {
        TestCase in = event.getTestCase();
        switch (event.getResult().getStatus()) {
          case UNDEFINED ->
              found.add(
                  Misunderstanding.of(
                      in, step, "there is no step", advice(step.getStep().getText())));
          case AMBIGUOUS ->
              found.add(Misunderstanding.of(in, step, "more than one step reads", ADVICE));
          default -> {
            Vocabulary vocabulary = vocabularies.apply(Source.of(in.getUri()).scheme());
            step.getDefinitionArgument().stream()
                .flatMap(argument -> Types.problem(argument, vocabulary).stream())
                .map(problem -> Misunderstanding.of(in, step, "wrong words in", problem))
                .forEach(found::add);
          }
        }
      }
    }

    private String advice(String sentence) {
      return NearestStep.of(sentence, expressions)
          .map(nearest -> "the nearest is '" + nearest + "'; " + ADVICE)
          .orElse(ADVICE);
    }

    synchronized void requireNothing() {
      Misunderstanding.requireNone(found);
    }
  }
}
