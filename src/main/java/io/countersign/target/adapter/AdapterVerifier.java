package io.countersign.target.adapter;

import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.VerifierUnderTest;
import java.util.function.Function;

/** An adapter's own verifier, which is told the time and gives reasons in its own words. */
record AdapterVerifier(Function<Call, Judged> verify) implements VerifierUnderTest {
  @Override
  public Judged judge(Call call) {
    return verify.apply(call);
  }

  @Override
  public boolean hasSettableClock() {
    return true;
  }

  @Override
  public boolean givesTypedReasons() {
    return false;
  }
}
