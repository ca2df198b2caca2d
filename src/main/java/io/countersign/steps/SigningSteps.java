package io.countersign.steps;

import io.countersign.suite.Sentences;
import io.countersign.suite.SigningCase;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What a signer makes. */
public final class SigningSteps {
  private final Current current;

  public SigningSteps(Current current) {
    this.current = current;
  }

  @When(Sentences.SIGNED)
  public void sign() {
    signing().sign();
  }

  @Then("the signature is {text}")
  public void signature(String expected) {
    signing().expectSignature(expected);
  }

  @Then("the string to sign is {text}")
  public void stringToSign(String expected) {
    signing().expectStringToSign(expected);
  }

  @Then("the string to sign is")
  public void longStringToSign(String expected) {
    signing().expectStringToSign(expected);
  }

  @Then("the header {header} is {text}")
  public void header(String name, String expected) {
    signing().expectHeader(name, expected);
  }

  @Then("the parameter {text} is {text}")
  public void parameter(String name, String expected) {
    signing().expectParameter(name, expected);
  }

  @Then("the timestamp sent is {text}")
  public void timestamp(String expected) {
    signing().expectTimestamp(expected);
  }

  @Then("the timestamp sent is the time")
  public void timestampIsTime() {
    signing().expectTimestampIsTime();
  }

  @Then("the request is otherwise unchanged")
  public void otherwiseUnchanged() {
    signing().expectOtherwiseUnchanged();
  }

  @Then("the reference verifier accepts it")
  public void accepted() {
    signing().expectAccepted();
  }

  private SigningCase signing() {
    return current.get().signing();
  }
}
