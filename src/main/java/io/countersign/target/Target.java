package io.countersign.target;

import io.countersign.scheme.Redactor;
import java.util.Optional;

/**
 * An implementation under test, in each of the roles that it offers; of itself it offers none. Used
 * by several threads at once.
 */
public interface Target extends AutoCloseable {
  TargetInfo info();

  default Optional<SignerUnderTest> signer() {
    return Optional.empty();
  }

  default Optional<VerifierUnderTest> verifier() {
    return Optional.empty();
  }

  default Optional<ClientUnderTest> client() {
    return Optional.empty();
  }

  default Optional<VerifierUnderTest> endpoint() {
    return Optional.empty();
  }

  /**
   * Where requests of that role really go, where that is not the scheme's own address: scheme,
   * authority and perhaps a path that stands before the request's own, as in {@code
   * http://127.0.0.1:8080}.
   */
  default Optional<String> baseUrl(Role role) {
    return Optional.empty();
  }

  /**
   * From now on, takes what this redactor knows out of messages before they are cut short: a secret
   * that was cut in two is no longer known as one.
   */
  default void guard(Redactor redactor) {}

  /** Ends whatever was started for it; never throws. */
  @Override
  void close();
}
