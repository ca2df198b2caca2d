package io.countersign.target;

import io.countersign.target.vendor.Judge;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reference signer, the reference verifier, and the mock vendor over real HTTP on loopback.
 * Each can be exchanged for another, such as a broken one that the suite has to catch.
 */
public final class EmbeddedTarget implements Target {
  private final String name;
  private final SignerUnderTest signer;
  private final VerifierUnderTest verifier;
  private final Judge judge;
  private @Nullable VendorEndpoint endpoint;

  private EmbeddedTarget(
      String name, SignerUnderTest signer, VerifierUnderTest verifier, Judge judge) {
    this.name = name;
    this.signer = signer;
    this.verifier = verifier;
    this.judge = judge;
  }

  public static EmbeddedTarget reference() {
    return new EmbeddedTarget(
        "reference", new ReferenceSigner(), new ReferenceVerifier(), Judge.reference());
  }

  public EmbeddedTarget named(String other) {
    return new EmbeddedTarget(other, signer, verifier, judge);
  }

  public EmbeddedTarget withSigner(SignerUnderTest other) {
    return new EmbeddedTarget(name, other, verifier, judge);
  }

  public EmbeddedTarget withVerifier(VerifierUnderTest other) {
    return new EmbeddedTarget(name, signer, other, judge);
  }

  /** The same with a mock vendor that lets in whom this judge lets in. */
  public EmbeddedTarget withJudge(Judge other) {
    return new EmbeddedTarget(name, signer, verifier, other);
  }

  @Override
  public TargetInfo info() {
    return new TargetInfo(TargetInfo.Kind.EMBEDDED, name);
  }

  @Override
  public Optional<SignerUnderTest> signer() {
    return Optional.of(signer);
  }

  @Override
  public Optional<VerifierUnderTest> verifier() {
    return Optional.of(verifier);
  }

  /** Its threads and connections are there once it has been asked for. */
  @Override
  public synchronized Optional<VerifierUnderTest> endpoint() {
    VendorEndpoint made = endpoint;
    if (made == null) {
      made = new VendorEndpoint(judge);
      endpoint = made;
    }
    return Optional.of(made);
  }

  @Override
  public synchronized void close() {
    if (endpoint != null) {
      endpoint.close();
    }
  }
}
