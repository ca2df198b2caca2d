package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.message.RawMessage;
import io.countersign.scheme.Profile;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import org.jspecify.annotations.Nullable;

/** Shows an erratum on the reference signer and verifier of the two profiles. */
public final class DocumentsCase {
  private final Setting setting;
  private final CaseLog log;
  private @Nullable HttpRequest signed;

  DocumentsCase(Setting setting, CaseLog log) {
    this.setting = setting;
    this.log = log;
  }

  public void sign(Profile profile) {
    SignedRequest made =
        Signer.of(setting.scheme().rules(profile), setting.credentials())
            .sign(setting.request(), setting.time());
    log.attach("Signed request", RawMessage.write(made.request()).text());
    log.attach("String to sign", made.stringToSign().text());
    signed = made.request();
  }

  public void expectAccepted(Profile profile) {
    Verdict verdict = verdict(profile);
    if (!verdict.isAccepted()) {
      throw new NotConformantException("expected it to be accepted, and it is " + verdict.words());
    }
  }

  public void expectRejected(Profile profile, Reason reason) {
    Verdict verdict = verdict(profile);
    if (!(verdict instanceof Verdict.Rejected rejected) || rejected.reason() != reason) {
      throw new NotConformantException(
          "expected it to be rejected as " + reason + ", and it is " + verdict.words());
    }
  }

  private Verdict verdict(Profile profile) {
    return Verifier.of(setting.scheme(), profile, setting.credentials())
        .verify(signed(), setting.time());
  }

  private HttpRequest signed() {
    return SignedBefore.by(
        "When the reference signer signs it under the documented profile", "@erratum", signed);
  }
}
