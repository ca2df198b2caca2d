package io.countersign.steps;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.plugin.event.Location;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it runs in one role.
 *
 * @param uri that of its feature, and the role
 */
record RolePickle(Pickle whole, URI uri) implements Pickle {
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
    return whole.getName();
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
    return whole.getSteps();
  }

  @Override
  public List<String> getTags() {
    return whole.getTags();
  }

  @Override
  public String getId() {
    return whole.getId();
  }
}
