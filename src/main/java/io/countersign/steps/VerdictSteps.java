package io.countersign.steps;

import io.countersign.suite.Sentences;
import io.countersign.suite.VerifyingCase;
import io.countersign.verify.Reason;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.Optional;

/** Controls, and what the target says of a request. */
public final class VerdictSteps {
  private final Current current;

  public VerdictSteps(Current current) {
    this.current = current;
  }

  @Given(Sentences.ACCEPTED_BEFORE)
  public void control() {
    verifying().prepareAccepted();
  }

  @Given("its signature has a plus sign or a slash")
  public void controlWithOtherLetters() {
    verifying().prepareAcceptedWith("+/");
  }

  @Given(Sentences.SHOWN)
  public void signedRequest() {
    verifying().prepare();
  }

  @Given(Sentences.SHOWN_UNSIGNED)
  public void unsignedRequest() {
    verifying().prepareUnsigned();
  }

  @Then(Sentences.ACCEPTED)
  public void accepted() {
    verifying().expectAccepted();
  }

  @Then(Sentences.REJECTED)
  public void rejected() {
    verifying().expectRejected(Optional.empty());
  }

  @Then(Sentences.REJECTED + " as {reason}")
  public void rejectedAs(Reason reason) {
    verifying().expectRejected(Optional.of(reason));
  }

  @Then("what happens is recorded")
  public void recorded() {
    verifying().record();
  }

  private VerifyingCase verifying() {
    return current.get().verifying();
  }
}
