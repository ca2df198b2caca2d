package io.countersign.steps;

import io.countersign.document.InputException;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Finds sentences that no step understands, or more than one, or whose words are wrong, before any
 * scenario runs. Each sentence is looked at once, however many scenarios say it; those of derived
 * scenarios are our own words, which tests hold to the steps there are.
 */
final class StepCheck {
  private final Set<String> understood;

  /**
   * @param understood sentences that need no look any more; those that turn out well are added
   */
  StepCheck(Set<String> understood) {
    this.understood = understood;
  }

  /**
   * @param dryRun runs features without doing what their steps say, and tells a listener
   * @throws InputException if a sentence is not understood; it names the file and the line
   */
  void require(List<Feature> features, BiConsumer<List<Feature>, ConcurrentEventListener> dryRun) {
    Set<String> looked = new HashSet<>();
    List<Feature> fresh = new ArrayList<>();
    for (Feature feature : features) {
      if (Source.isDerived(feature.getUri())) {
        continue;
      }
      List<Pickle> pickles =
          feature.getPickles().stream().filter(pickle -> saysSomethingNew(pickle, looked)).toList();
      if (!pickles.isEmpty()) {
        fresh.add(new RoleFeature(feature, pickles));
      }
    }
    if (!fresh.isEmpty()) {
      Listener listener = new Listener();
      dryRun.accept(fresh, listener);
      listener.requireNothing();
      understood.addAll(looked);
    }
  }

  private boolean saysSomethingNew(Pickle pickle, Set<String> looked) {
    List<String> sentences =
        pickle.getSteps().stream()
            .map(Step::getText)
            .filter(Predicate.not(understood::contains))
            .toList();
    return looked.addAll(sentences);
  }

  /** Where a sentence stands, and what is wrong with it. */
  private record Misunderstanding(String file, int line, InputException problem) {
    static Misunderstanding of(TestCase in, PickleStepTestStep step, String what, String advice) {
      String file = Source.path(in.getUri());
      int line = step.getStep().getLine();
      String where = file + ":" + line + ": " + what + " '" + step.getStep().getText() + "'";
      return new Misunderstanding(file, line, InputException.of(where, advice));
    }
  }

  private static final class Listener implements ConcurrentEventListener {
    private static final String ADVICE = "docs/schemes.md lists the steps there are";

    private final List<Misunderstanding> found = new ArrayList<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(TestStepFinished.class, this::finished);
    }

    private synchronized void finished(TestStepFinished event) {
      if (event.getTestStep() instanceof PickleStepTestStep step) {
        TestCase in = event.getTestCase();
        switch (event.getResult().getStatus()) {
          case UNDEFINED -> found.add(Misunderstanding.of(in, step, "there is no step", ADVICE));
          case AMBIGUOUS ->
              found.add(Misunderstanding.of(in, step, "more than one step reads", ADVICE));
          default ->
              step.getDefinitionArgument().stream()
                  .flatMap(argument -> Types.problem(argument).stream())
                  .map(problem -> Misunderstanding.of(in, step, "wrong words in", problem))
                  .forEach(found::add);
        }
      }
    }

    /** The one that a reader comes upon first. */
    synchronized void requireNothing() {
      found.stream()
          .min(Comparator.comparing(Misunderstanding::file).thenComparing(Misunderstanding::line))
          .ifPresent(
              first -> {
                throw first.problem();
              });
    }
  }
}
