package io.countersign.steps;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A feature as it runs in one role.
 *
 * @param uri that of the feature, and the role
 * @param pickles the scenarios that take part
 */
// Fully named: inside, the plain name would mean the nested type that is inherited.
record RoleFeature(io.cucumber.core.gherkin.Feature whole, URI uri, List<Pickle> pickles)
    implements io.cucumber.core.gherkin.Feature {
  RoleFeature {
    pickles = List.copyOf(pickles);
  }

  /** With all of its scenarios. */
  static RoleFeature of(io.cucumber.core.gherkin.Feature whole, Source source) {
    URI uri = source.in(whole.getUri());
    List<Pickle> pickles = new ArrayList<>();
    whole.getPickles().forEach(pickle -> pickles.add(RetoldPickle.in(uri, pickle)));
    return new RoleFeature(whole, uri, pickles);
  }

  /** With these of its scenarios alone. */
  RoleFeature with(List<Pickle> some) {
    return new RoleFeature(whole, uri, some);
  }

  @Override
  public List<Pickle> getPickles() {
    return pickles;
  }

  @Override
  public Pickle getPickleAt(Node node) {
    return RetoldPickle.in(uri, whole.getPickleAt(node));
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public String getSource() {
    return whole.getSource();
  }

  @Override
  public Iterable<?> getParseEvents() {
    return whole.getParseEvents();
  }

  @Override
  public Collection<Node> elements() {
    return whole.elements();
  }

  @Override
  public Location getLocation() {
    return whole.getLocation();
  }

  @Override
  public Optional<String> getKeyword() {
    return whole.getKeyword();
  }

  @Override
  public Optional<String> getName() {
    return whole.getName();
  }

  @Override
  public Optional<Node> getParent() {
    return whole.getParent();
  }
}
