package io.countersign.target;

import io.countersign.document.InputException;
import io.countersign.signing.Signer;

/** Signs as the scheme's model says. */
public final class ReferenceSigner implements SignerUnderTest {
  @Override
  public Signed sign(Call call) {
    try {
      return new Signed.Done(
          Signer.of(call.scheme().rules(call.profile()), call.credentials())
              .sign(call.request(), call.time())
              .request());
    } catch (InputException e) {
      return new Signed.Error(e.getMessage());
    }
  }
}
