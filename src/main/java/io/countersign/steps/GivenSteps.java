package io.countersign.steps;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.suite.Setting;
import io.cucumber.java.en.Given;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Credentials, clock and request, before anything is signed. */
public final class GivenSteps {
  private final Current current;

  public GivenSteps(Current current) {
    this.current = current;
  }

  @Given("the credential {credential} is {text}")
  public void credential(String field, String value) {
    setting().credential(field, value);
  }

  @Given("the credential {credential} is {text} repeated {count} times")
  public void longCredential(String field, String value, int times) {
    setting().credential(field, value.repeat(times));
  }

  @Given("the time is {instant}")
  public void time(Instant time) {
    setting().time(time);
  }

  @Given("a {method} request for {url}")
  public void request(String method, RequestUrl url) {
    request(method, url, Octets.EMPTY);
  }

  @Given("a {method} request for {url} with the body {text}")
  public void requestWithBody(String method, RequestUrl url, String body) {
    request(method, url, Octets.of(body));
  }

  @Given("a {method} request for {url} with the body")
  public void requestWithLongBody(String method, RequestUrl url, String body) {
    request(method, url, Octets.of(body));
  }

  @Given("a {method} request for {url} with the bytes {bytes}")
  public void requestWithBytes(String method, RequestUrl url, Octets body) {
    request(method, url, body);
  }

  @Given("a {method} request for {url} with the body {text} repeated {count} times")
  public void requestWithRepeatedBody(String method, RequestUrl url, String body, int times) {
    request(method, url, Octets.of(body.repeat(times)));
  }

  @Given("a call of the resource {resource}")
  public void resource(String name) {
    setting().resource(name);
  }

  @Given("a call of the first resource")
  public void firstResource() {
    setting().request(UnaryOperator.identity());
  }

  @Given("fresh request {count}")
  public void freshRequest(int number) {
    current.get().fresh(number);
  }

  @Given("its header {header} is {value}")
  public void header(String name, String value) {
    setting().request(request -> request.withHeader(name, value));
  }

  @Given("its method is {verb}")
  public void method(String method) {
    setting().request(request -> request.withMethod(method));
  }

  private void request(String method, RequestUrl url, Octets body) {
    setting().request(new HttpRequest(method, url, Headers.NONE, body));
  }

  private Setting setting() {
    return current.get().setting();
  }
}
