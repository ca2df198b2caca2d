package io.countersign.conformance;

import io.countersign.target.ClientUnderTest;
import io.countersign.target.Role;
import io.countersign.target.SignerUnderTest;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import java.util.Optional;

/** A target of which only one part is under test, so that a run is short and tells which. */
record OneRole(Target whole, Role role) implements Target {
  @Override
  public TargetInfo info() {
    return whole.info();
  }

  @Override
  public Optional<SignerUnderTest> signer() {
    return whole.signer().filter(part -> role == Role.SIGNER);
  }

  @Override
  public Optional<VerifierUnderTest> verifier() {
    return whole.verifier().filter(part -> role == Role.VERIFIER);
  }

  @Override
  public Optional<ClientUnderTest> client() {
    return whole.client().filter(part -> role == Role.CLIENT);
  }

  @Override
  public Optional<VerifierUnderTest> endpoint() {
    return whole.endpoint().filter(part -> role == Role.ENDPOINT);
  }

  @Override
  public void close() {
    whole.close();
  }
}
