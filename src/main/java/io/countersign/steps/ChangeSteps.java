package io.countersign.steps;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.suite.PathChange;
import io.countersign.suite.RequestChanges;
import io.countersign.suite.Sentences;
import io.cucumber.java.en.When;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One part of the signed request is changed on its way. */
public final class ChangeSteps {
  private final Current current;

  public ChangeSteps(Current current) {
    this.current = current;
  }

  @When("its method is changed to {verb}")
  public void method(String method) {
    change(request -> request.withMethod(method));
  }

  @When("its host is changed to {host}")
  public void host(String host) {
    current.get().verifying().changeHost(host);
  }

  @When("its path is changed to {path}")
  public void path(String path) {
    change(request -> PathChange.withPath(request, path));
  }

  @When("its path is {pathChange}")
  public void path(PathChange change) {
    change(change::apply);
  }

  @When("its query is changed to {query}")
  public void query(String query) {
    change(request -> request.withUrl(request.url().withQuery(Optional.of(query))));
  }

  @When("its query is removed")
  public void noQuery() {
    change(request -> request.withUrl(request.url().withQuery(Optional.empty())));
  }

  @When("the parameter {query} is put before the others")
  public void parameterInFront(String pair) {
    change(request -> RequestChanges.withParameterInFront(request, pair));
  }

  @When("its first two parameters change places")
  public void parametersSwapped() {
    change(RequestChanges::withFirstParametersSwapped);
  }

  @When(Sentences.SIGNING_REMOVED)
  public void unsigned() {
    current.get().verifying().prepareUnsigned();
  }

  @When("{query} is added behind the URL")
  public void behindUrl(String text) {
    change(request -> request.withTarget(request.target() + text));
  }

  @When("its body is changed to {text}")
  public void body(String body) {
    change(request -> request.withBody(Octets.of(body)));
  }

  @When("its body is changed to {text} and its digest with it")
  public void bodyAndDigest(String body) {
    current.get().verifying().changeBodyAndDigest(body);
  }

  @When("its body is extended")
  public void bodyExtended() {
    change(request -> request.withBody(Octets.of(request.body().text() + "!")));
  }

  @When("the header {header} is removed")
  public void headerRemoved(String name) {
    change(request -> request.withHeaders(request.headers().without(name)));
  }

  @When("the header {header} is changed to {value}")
  public void headerChanged(String name, String value) {
    change(request -> RequestChanges.withHeader(request, name, value));
  }

  @When("the header {header} is added as {value}")
  public void headerAdded(String name, String value) {
    change(request -> request.withHeader(name, value));
  }

  @When("the header {header} is sent twice")
  public void headerTwice(String name) {
    change(request -> RequestChanges.withHeaderTwice(request, name));
  }

  @When("the header {header} is renamed to {header}")
  public void headerRenamed(String name, String other) {
    change(request -> RequestChanges.withHeaderRenamed(request, name, other));
  }

  @When("the parameter {query} is removed")
  public void parameterRemoved(String name) {
    change(request -> RequestChanges.withParameter(request, name, pair -> Optional.empty()));
  }

  @When("the parameter {query} is changed to {query}")
  public void parameterChanged(String name, String value) {
    change(
        request ->
            RequestChanges.withParameter(request, name, pair -> Optional.of(name + "=" + value)));
  }

  @When("the parameter {query} is sent twice")
  public void parameterTwice(String name) {
    change(
        request ->
            RequestChanges.withParameter(request, name, pair -> Optional.of(pair + "&" + pair)));
  }

  private void change(UnaryOperator<HttpRequest> change) {
    current.get().verifying().change(change);
  }
}
