package io.countersign.target;

import java.util.Optional;

/**
 * An implementation under test, in each of the roles that it offers. Used by several threads at
 * once.
 */
public interface Target extends AutoCloseable {
  TargetInfo info();

  Optional<SignerUnderTest> signer();

  Optional<VerifierUnderTest> verifier();

  Optional<ClientUnderTest> client();

  Optional<VerifierUnderTest> endpoint();

  /** Ends whatever was started for it; never throws. */
  @Override
  void close();
}
