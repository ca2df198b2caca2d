package io.countersign.selftest;

import io.countersign.target.ClientUnderTest;
import io.countersign.target.SignerUnderTest;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import java.util.Optional;

/** A target in this process that is a signer alone, or a verifier alone. */
record OneSided(String name, Optional<SignerUnderTest> signer, Optional<VerifierUnderTest> verifier)
    implements Target {

  static OneSided signer(String name, SignerUnderTest signer) {
    return new OneSided(name, Optional.of(signer), Optional.empty());
  }

  static OneSided verifier(String name, VerifierUnderTest verifier) {
    return new OneSided(name, Optional.empty(), Optional.of(verifier));
  }

  @Override
  public TargetInfo info() {
    return new TargetInfo("embedded", name);
  }

  @Override
  public Optional<ClientUnderTest> client() {
    return Optional.empty();
  }

  @Override
  public Optional<VerifierUnderTest> endpoint() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing was started.
  }
}
