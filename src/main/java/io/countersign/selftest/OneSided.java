package io.countersign.selftest;

import io.countersign.target.SignerUnderTest;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import java.util.Optional;

/**
 * A target in this process that plays some roles and no others.
 *
 * @param onClose what is to be closed with it
 */
record OneSided(
    String name,
    Optional<SignerUnderTest> signer,
    Optional<VerifierUnderTest> verifier,
    Optional<VerifierUnderTest> endpoint,
    Runnable onClose)
    implements Target {

  static OneSided signer(String name, SignerUnderTest signer) {
    return new OneSided(name, Optional.of(signer), Optional.empty(), Optional.empty(), () -> {});
  }

  static OneSided verifier(String name, VerifierUnderTest verifier) {
    return new OneSided(name, Optional.empty(), Optional.of(verifier), Optional.empty(), () -> {});
  }

  static OneSided endpoint(String name, VerifierUnderTest endpoint, Runnable onClose) {
    return new OneSided(name, Optional.empty(), Optional.empty(), Optional.of(endpoint), onClose);
  }

  @Override
  public TargetInfo info() {
    return new TargetInfo(TargetInfo.Kind.EMBEDDED, name);
  }

  @Override
  public void close() {
    onClose.run();
  }
}
