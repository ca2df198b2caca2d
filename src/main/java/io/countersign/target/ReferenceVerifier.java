package io.countersign.target;

import io.countersign.verify.Verifier;

/** Verifies as the scheme's model says. */
public final class ReferenceVerifier implements VerifierUnderTest {
  @Override
  public Judged judge(Call call) {
    return Judged.of(
        Verifier.of(call.scheme(), call.profile(), call.credentials())
            .verify(call.request(), call.time()));
  }

  @Override
  public boolean givesTypedReasons() {
    return true;
  }
}
