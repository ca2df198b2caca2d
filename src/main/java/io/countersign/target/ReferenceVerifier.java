package io.countersign.target;

import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;

/** Verifies as the scheme's model says. */
public final class ReferenceVerifier implements VerifierUnderTest {
  @Override
  public Judged judge(Call call) {
    Verdict verdict =
        Verifier.of(call.scheme(), call.profile(), call.credentials())
            .verify(call.request(), call.time());
    return verdict instanceof Verdict.Rejected rejected
        ? new Judged.Rejected(rejected.reason().toString(), rejected.detail())
        : new Judged.Accepted("");
  }

  @Override
  public boolean hasSettableClock() {
    return true;
  }

  @Override
  public boolean givesTypedReasons() {
    return true;
  }
}
