package io.countersign.steps;

import io.countersign.scheme.Profile;
import io.countersign.verify.Reason;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** The two profiles against each other. */
public final class ErratumSteps {
  private final Current current;

  public ErratumSteps(Current current) {
    this.current = current;
  }

  @When("the reference signer signs it under the {profile} profile")
  public void sign(Profile profile) {
    current.get().documents().sign(profile);
  }

  @Then("the reference verifier of the {profile} profile accepts it")
  public void accepted(Profile profile) {
    current.get().documents().expectAccepted(profile);
  }

  @Then("the reference verifier of the {profile} profile rejects it as {reason}")
  public void rejected(Profile profile, Reason reason) {
    current.get().documents().expectRejected(profile, reason);
  }
}
