package io.countersign.steps;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.plugin.event.Location;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it runs: in one role, and perhaps in other words than those of its feature.
 *
 * @param whole the scenario of the feature
 * @param uri that of its feature, and the role
 */
record RetoldPickle(
    Pickle whole, URI uri, String id, String name, List<Step> steps, List<String> tags)
    implements Pickle {
  RetoldPickle {
    steps = List.copyOf(steps);
    tags = List.copyOf(tags);
  }

  /** A scenario as it is written, in one role. */
  static RetoldPickle in(URI uri, Pickle whole) {
    return new RetoldPickle(
        whole, uri, whole.getId(), whole.getName(), whole.getSteps(), whole.getTags());
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public String getKeyword() {
    return whole.getKeyword();
  }

  @Override
  public String getLanguage() {
    return whole.getLanguage();
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Location getLocation() {
    return whole.getLocation();
  }

  @Override
  public Location getScenarioLocation() {
    return whole.getScenarioLocation();
  }

  @Override
  public Optional<Location> getRuleLocation() {
    return whole.getRuleLocation();
  }

  @Override
  public Optional<Location> getFeatureLocation() {
    return whole.getFeatureLocation();
  }

  @Override
  public Optional<Location> getExamplesLocation() {
    return whole.getExamplesLocation();
  }

  @Override
  public List<Step> getSteps() {
    return steps;
  }

  @Override
  public List<String> getTags() {
    return tags;
  }

  @Override
  public String getId() {
    return id;
  }
}
