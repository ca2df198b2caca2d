package io.countersign.steps;

import io.countersign.scheme.CredentialSpelling;
import io.countersign.scheme.SigningRules;
import io.countersign.suite.RequestChanges;
import io.countersign.suite.SignatureRewriting;
import io.countersign.suite.TimestampWriting;
import io.countersign.suite.VerifyingCase;
import io.cucumber.java.en.When;
import java.time.Duration;

/** One thing about the signing is changed: the signature, the timestamp, a credential. */
public final class SignatureSteps {
  private final Current current;

  public SignatureSteps(Current current) {
    this.current = current;
  }

  @When("it is signed with the credential {credential} as {text}")
  public void otherCredential(String field, String value) {
    verifying().signWithCredential(field, value);
  }

  @When("it is signed with the credential {credential} {credentialSpelling}")
  public void otherSpelling(String field, CredentialSpelling spelling) {
    verifying().signWithCredential(field, spelling);
  }

  @When("it is signed with the deviation {deviation}")
  public void deviation(String id) {
    verifying().signWithDeviation(id);
  }

  @When("it is signed as if the credential {credential} were {text}")
  public void asIfCredential(String field, String value) {
    verifying().signAsIfCredential(field, value);
  }

  @When("it is signed as if its host were {host}")
  public void asIfHost(String host) {
    verifying().signAsIfHost(host);
  }

  @When("its first two parameters change places and are signed unsorted")
  public void unsorted() {
    verifying().change(RequestChanges::withFirstParametersSwapped);
    verifying().signWithDeviation("query-not-sorted");
  }

  @When("it is signed over {text}")
  public void signedOver(String stringToSign) {
    verifying().signOver(stringToSign);
  }

  @When("it was signed {age} ago")
  public void signedAgo(Duration age) {
    verifying().signAt(time -> time.minus(age));
  }

  @When("it was signed {age} ago with the time written {writing}")
  public void signedAgo(Duration age, TimestampWriting writing) {
    signedAgo(age);
    verifying().signWithTimestamp(writing.write(current.get().setting().time().minus(age)));
  }

  @When("it was signed {age} in the future")
  public void signedInFuture(Duration age) {
    verifying().signAt(time -> time.plus(age));
  }

  @When("it is shown once more {age} later")
  public void shownLater(Duration age) {
    verifying().showLater(age);
  }

  @When("it is signed with the timestamp {text}")
  public void timestamp(String text) {
    verifying().signWithTimestamp(text);
  }

  @When("it is signed with the time written {writing}")
  public void timestampWritten(TimestampWriting writing) {
    verifying().signWithTimestamp(writing.write(current.get().setting().time()));
  }

  @When("its timestamp is changed to {text} after signing")
  public void timestampChanged(String text) {
    verifying().changeField(SigningRules.TIMESTAMP, control -> text);
  }

  @When("its timestamp is moved back by {count} second(s) after signing")
  public void timestampMoved(int seconds) {
    verifying().moveTimestamp(Duration.ofSeconds(seconds).negated());
  }

  @When("its signature is changed to {text}")
  public void signatureChanged(String text) {
    verifying().changeField(SigningRules.SIGNATURE, control -> text);
  }

  @When("its signature is {rewriting}")
  public void signatureRewritten(SignatureRewriting rewriting) {
    verifying().rewriteSignature(rewriting);
  }

  @When("its field {field} is removed")
  public void fieldRemoved(String field) {
    verifying().changeField(field, control -> null);
  }

  @When("its field {field} is changed to {text}")
  public void fieldChanged(String field, String value) {
    verifying().changeField(field, control -> value);
  }

  private VerifyingCase verifying() {
    return current.get().verifying();
  }
}
